"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_WORDS_COUNTS_AND_LOG = (
    (
        "CREATE VIRTUAL TABLE note_words USING fts5(words, content='', columnsize=0, "
        "tokenize='unicode61 remove_diacritics 2')"
    ),
    (
        "CREATE TRIGGER cards_counted AFTER INSERT ON cards BEGIN INSERT INTO card_counts "
        "SELECT NEW.deck_key, NEW.state, NEW.suspended, 1 WHERE NEW.retired IS 0 ON CONFLICT "
        "DO UPDATE SET number = number + 1; END"
    ),
    (
        "CREATE TRIGGER cards_recounted AFTER UPDATE OF state, suspended, retired ON cards "
        "WHEN (OLD.state, OLD.suspended, OLD.retired) IS NOT (NEW.state, NEW.suspended, "
        "NEW.retired) BEGIN UPDATE card_counts SET number = number - 1 WHERE OLD.retired IS 0 "
        "AND deck_key = OLD.deck_key AND state = OLD.state AND suspended = OLD.suspended; "
        "INSERT INTO card_counts SELECT NEW.deck_key, NEW.state, NEW.suspended, 1 WHERE "
        "NEW.retired IS 0 ON CONFLICT DO UPDATE SET number = number + 1; END"
    ),
    (
        "CREATE TRIGGER log_refuses_update BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, "
        "'the review log is append-only'); END"
    ),
    (
        "CREATE TRIGGER log_refuses_delete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, "
        "'the review log is append-only'); END"
    ),
)


def upgrade() -> None:
    op.create_table(
        "decks",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=True),
        sa.Column("in_use", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="decks_primary"),
        sa.UniqueConstraint("id", name="decks_id_unique"),
    )
    op.create_table(
        "plans",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="plans_primary"),
        sa.UniqueConstraint("hash", name="plans_hash_unique"),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="settings_primary"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sources",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="sources_primary"),
    )
    op.create_table(
        "card_counts",
        sa.Column("deck_key", sa.Integer(), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("suspended", sa.Boolean(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("deck_key", "state", "suspended", name="card_counts_primary"),
        sa.ForeignKeyConstraint(["deck_key"], ["decks.key"], name="card_counts_deck_key_known"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "files",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("deck_key", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="files_primary"),
        sa.ForeignKeyConstraint(["deck_key"], ["decks.key"], name="files_deck_key_known"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "notes",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("deck_key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("modified_at", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("key", name="notes_primary"),
        sa.UniqueConstraint("deck_key", "id", name="notes_deck_key_id_unique"),
        sa.ForeignKeyConstraint(["deck_key"], ["decks.key"], name="notes_deck_key_known"),
    )
    op.create_index("notes_kind", "notes", ["deck_key", "kind", "position"])
    op.create_table(
        "cards",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("note_key", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("deck_key", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("state", sa.Integer(), server_default="0", nullable=False),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("stability", sa.Float(), nullable=True),
        sa.Column("difficulty", sa.Float(), nullable=True),
        sa.Column("due_day", sa.Integer(), nullable=True),
        sa.Column("due_at", sa.Integer(), nullable=True),
        sa.Column("last_day", sa.Integer(), nullable=True),
        sa.Column("last_at", sa.Integer(), nullable=True),
        sa.Column("reps", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lapses", sa.Integer(), server_default="0", nullable=False),
        sa.Column("suspended", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("buried_day", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="cards_primary"),
        sa.UniqueConstraint("note_key", "name", name="cards_note_key_name_unique"),
        sa.CheckConstraint("state BETWEEN 0 AND 3", name="cards_state_known"),
        sa.ForeignKeyConstraint(["note_key"], ["notes.key"], name="cards_note_key_known"),
        sa.ForeignKeyConstraint(["deck_key"], ["decks.key"], name="cards_deck_key_known"),
    )
    op.create_index(
        "cards_due",
        "cards",
        ["deck_key", "due_day"],
        sqlite_where=sa.text("due_day IS NOT NULL AND retired IS 0 AND suspended IS 0"),
    )
    op.create_index(
        "cards_order", "cards", ["deck_key", "position", "place", "retired", "note_key"]
    )
    op.create_index(
        "cards_studied",
        "cards",
        ["deck_key", "last_at"],
        sqlite_where=sa.text("last_at IS NOT NULL"),
    )
    op.create_index(
        "cards_unseen",
        "cards",
        ["deck_key", "position", "place"],
        sqlite_where=sa.text("state = 0 AND retired IS 0 AND suspended IS 0"),
    )
    op.create_table(
        "note_tags",
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("note_key", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tag", "note_key", name="note_tags_primary"),
        sa.ForeignKeyConstraint(["note_key"], ["notes.key"], name="note_tags_note_key_known"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quotes",
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("note_key", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("source_id", "note_key", name="quotes_primary"),
        sa.ForeignKeyConstraint(["note_key"], ["notes.key"], name="quotes_note_key_known"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "log",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("card_key", sa.Integer(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("hinted", sa.Boolean(), nullable=False),
        sa.Column("duration", sa.Integer(), nullable=False),
        sa.Column("plan_key", sa.Integer(), nullable=True),
        sa.Column("undoes", sa.LargeBinary(), nullable=True),
        sa.Column("checksum", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="log_primary"),
        sa.CheckConstraint("length(id) = 16", name="log_id_is_uuid"),
        sa.CheckConstraint("(act = 'grade') = (rating IS NOT NULL)", name="log_grade_has_rating"),
        sa.ForeignKeyConstraint(["card_key"], ["cards.key"], name="log_card_key_known"),
        sa.ForeignKeyConstraint(["plan_key"], ["plans.key"], name="log_plan_key_known"),
        sqlite_with_rowid=False,
    )
    op.create_index("log_card", "log", ["card_key"])
    op.create_index("log_day", "log", ["day"])
    op.create_index("log_undoes", "log", ["undoes"], sqlite_where=sa.text("undoes IS NOT NULL"))
    for statement in _WORDS_COUNTS_AND_LOG:
        op.execute(statement)
