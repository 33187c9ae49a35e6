"""A session gone through again: its timeline, what a trainer notes on it, and taking that back."""
