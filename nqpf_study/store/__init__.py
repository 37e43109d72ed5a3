"""The collection: SQLAlchemy on SQLite."""
