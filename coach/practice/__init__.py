"""Practice with a simulated client: scripts of conversations, and the pure engine that walks along them."""
