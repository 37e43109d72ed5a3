"""Reading a source, and the passages that cards rest on."""
