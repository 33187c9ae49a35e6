"""Coach: a real-time coach of nonverbal behaviour and voice for people who serve customers."""

from coach import microsoft_runtime

__version__ = "0.1.0"

microsoft_runtime.borrow()  # here, for each program and process of Coach begins with this file
