"""Drives the chain: a plain loop for recordings, threads and bounded queues for a live camera."""
