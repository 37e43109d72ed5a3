"""Practising without grading: cards gone over until each was known; nothing is kept."""
