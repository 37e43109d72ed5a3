"""What the parts of a collection share: the database under them."""

from __future__ import annotations

from nqpf_study.store.engine import Database


class Part:
    """A collection's answer to one port of the use cases."""

    def __init__(self, database: Database) -> None:
        self._database = database
