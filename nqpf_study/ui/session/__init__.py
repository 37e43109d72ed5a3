"""The session: only the card."""
