"""Looking rather than reading: measures, timeline, provinces, glossary."""
