"""What a session leaves behind, and how it is played again."""
