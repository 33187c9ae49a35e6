"""How well reports match labels. Pure: knows labels and segments, not how they came about."""
