"""The page for teachers, docs/decks.md, read inside the app."""
