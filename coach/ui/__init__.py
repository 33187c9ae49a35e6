"""The window: PySide6 widgets that show what the chain finds. Knows neither models nor cameras, only events."""
