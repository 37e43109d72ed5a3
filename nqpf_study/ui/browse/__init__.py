"""Finding cards, looking at them, setting them aside."""
