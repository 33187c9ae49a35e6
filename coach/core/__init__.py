"""The vocabulary of the product: events, landmarks and small streaming maths. Knows no library but numpy."""
