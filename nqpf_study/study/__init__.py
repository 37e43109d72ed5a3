"""Use cases over small ports: import a deck, hold a session, look a passage up."""
