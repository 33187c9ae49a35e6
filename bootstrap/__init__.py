"""What `run.py` does before Coach can run: standard library only, nothing of `coach` is imported."""
