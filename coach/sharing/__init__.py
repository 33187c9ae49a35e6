"""A session given to one's own trainer as one encrypted file, and what the trainer noted on it given back."""
