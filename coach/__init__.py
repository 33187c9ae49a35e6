"""Coach: a real-time coach of nonverbal behaviour and voice for people who serve customers."""

__version__ = "0.1.0"
