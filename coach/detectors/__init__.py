"""Features in, signals out: the person's neutral, hysteresis and precedence. Pure; time comes from the events."""
