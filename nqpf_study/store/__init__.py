"""The collection on disk: SQLAlchemy Core on SQLite, and nothing above knows of either."""
