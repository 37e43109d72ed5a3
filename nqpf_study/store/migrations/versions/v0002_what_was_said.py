"""What a log entry tells besides its rating: the interval promised, and what was said instead.

And an index by which due days are counted without reading the cards.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for column in (
        sa.Column("interval", sa.Integer(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("mistaken_for", sa.Text(), nullable=True),
    ):
        op.add_column("log", column)
    op.create_index(
        "log_mistaken", "log", ["card_key"], sqlite_where=sa.text("mistaken_for IS NOT NULL")
    )
    op.drop_index("cards_due")
    op.create_index(
        "cards_due",
        "cards",
        ["deck_key", "due_day", "retired", "suspended"],
        sqlite_where=sa.text("due_day IS NOT NULL AND retired IS 0 AND suspended IS 0"),
    )
