"""How the learning goes."""
