"""The study home: today in one line, one button, and the decks."""
