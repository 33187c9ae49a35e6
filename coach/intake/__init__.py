"""Recordings of calls taken in one after the other, until the last is done, whatever happens in between."""
