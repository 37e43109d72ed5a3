"""Running the migrations."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from nqpf_study.store.engine import Database

SCRIPTS = "nqpf_study:store/migrations"
"""Where the migrations are, within the package or as a folder."""


def upgrade(database: Database, to: str = "head") -> None:
    """Bring a database to a version, in one transaction."""
    with database.write() as connection:
        command.upgrade(configuration(connection), to)


def configuration(connection: Connection) -> Config:
    """Return Alembic's configuration, for a connection whose transaction has begun."""
    configured = Config()
    configured.set_main_option("script_location", SCRIPTS)
    configured.set_main_option("path_separator", "os")
    configured.attributes["connection"] = connection
    return configured
