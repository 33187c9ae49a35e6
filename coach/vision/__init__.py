"""Seeing: sources of pictures, perception (the model doors) and pure features of what was perceived."""
