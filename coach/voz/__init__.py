"""The voice: where its sound comes from, and what is measured in it."""
