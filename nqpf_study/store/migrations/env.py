"""Run by Alembic: migrate on the connection that `upgrade` hands over, in its transaction."""

from __future__ import annotations

from alembic import context

from nqpf_study.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
