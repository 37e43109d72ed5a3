"""A learner's own marks: flags on cards, and tags on notes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "flags",
        sa.Column("card_key", sa.Integer(), nullable=False),
        sa.Column("flagged", sa.Boolean(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("card_key", name="flags_primary"),
        sa.CheckConstraint("flagged IN (0, 1)", name="flags_flagged_or_not"),
        sa.CheckConstraint("at > 0", name="flags_at_a_time"),
        sa.ForeignKeyConstraint(["card_key"], ["cards.key"], name="flags_card_key_known"),
    )
    op.create_table(
        "own_tags",
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("note_key", sa.Integer(), nullable=False),
        sa.Column("tagged", sa.Boolean(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tag", "note_key", name="own_tags_primary"),
        sa.CheckConstraint("tagged IN (0, 1)", name="own_tags_tagged_or_not"),
        sa.CheckConstraint("at > 0", name="own_tags_at_a_time"),
        sa.ForeignKeyConstraint(["note_key"], ["notes.key"], name="own_tags_note_key_known"),
        sqlite_with_rowid=False,
    )
    op.create_index("own_tags_note", "own_tags", ["note_key", "tagged"])
