"""The tables of a collection.

Keys are SQLite's own integers and never leave it; identities are the author's: deck id, note id
within the deck, card name within the note. Rows of notes and cards are never deleted: what leaves
a deck is retired, so that the log stays whole and progress comes back with the note. Instants are
milliseconds since 1970 (UTC), days are study days (`date.toordinal`).
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
    false,
    literal_column,
)

APPLICATION_ID = 0x4E515046  # "NQPF", in the file's header
VERSION = "0003"  # the newest migration's revision: they only count up

metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_%(column_0_N_name)s",
        "uq": "%(table_name)s_%(column_0_N_name)s_unique",
        "ck": "%(table_name)s_%(constraint_name)s",
        "fk": "%(table_name)s_%(column_0_name)s_known",
        "pk": "%(table_name)s_primary",
    }
)

version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False, primary_key=True),
)
version.primary_key.name = "alembic_version_pkc"  # as Alembic itself would make it

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True, nullable=False),
    Column("value", Text, nullable=False),  # JSON
    sqlite_with_rowid=False,
)

decks = Table(
    "decks",
    metadata,
    Column("key", Integer, primary_key=True),  # counts up in the order of first import
    Column("id", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("about", Text, nullable=False),  # JSON: the rest of what the deck says of itself
    Column("options", Text),  # JSON; null for the defaults
    Column("in_use", Boolean, nullable=False),
)

files = Table(
    "files",
    metadata,
    Column("name", Text, primary_key=True, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("deck_key", ForeignKey("decks.key"), nullable=False),
    sqlite_with_rowid=False,
)

sources = Table(
    "sources",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("about", Text, nullable=False),  # JSON: what the manifest says of it
    Column("published", Text, nullable=False),
    Column("text", Text),  # as published; null where the file was missing
)

notes = Table(
    "notes",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("deck_key", ForeignKey("decks.key"), nullable=False),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("position", Integer, nullable=False),  # the place in the deck; grows, may have gaps
    Column("content", Text, nullable=False),  # JSON
    Column("hash", LargeBinary, nullable=False),
    Column("modified_at", Integer, nullable=False),
    Column("retired", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("deck_key", "id"),
)
Index("notes_kind", notes.c.deck_key, notes.c.kind, notes.c.position)

note_tags = Table(
    "note_tags",
    metadata,
    Column("tag", Text, primary_key=True, nullable=False),
    Column("note_key", ForeignKey("notes.key"), primary_key=True, nullable=False),
    sqlite_with_rowid=False,
)

quotes = Table(
    "quotes",
    metadata,
    Column("source_id", Text, primary_key=True, nullable=False),  # it may be missing: no reference
    Column("note_key", ForeignKey("notes.key"), primary_key=True, nullable=False),
    sqlite_with_rowid=False,
)

cards = Table(
    "cards",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("note_key", ForeignKey("notes.key"), nullable=False),
    Column("name", Text, nullable=False),
    # The deck, and the note's position in it, are repeated here so that one index yields the
    # unseen cards of a deck in order, however many cards were seen already.
    Column("deck_key", ForeignKey("decks.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("place", Integer, nullable=False),  # among the cards of its note
    Column("retired", Boolean, nullable=False, server_default=false()),
    Column("state", Integer, nullable=False, server_default="0"),
    Column("step", Integer),
    Column("stability", Float),
    Column("difficulty", Float),
    Column("due_day", Integer),
    Column("due_at", Integer),
    Column("last_day", Integer),
    Column("last_at", Integer),
    Column("reps", Integer, nullable=False, server_default="0"),
    Column("lapses", Integer, nullable=False, server_default="0"),
    Column("suspended", Boolean, nullable=False, server_default=false()),
    Column("buried_day", Integer),
    UniqueConstraint("note_key", "name"),
    CheckConstraint("state BETWEEN 0 AND 3", name="state_known"),
)

# SQLite uses a partial index only where a query repeats its condition word for word.
IN_USE = cards.c.retired.is_(False)
AWAKE = cards.c.suspended.is_(False)
UNSEEN = cards.c.state == literal_column("0")
HAS_DUE_DAY = cards.c.due_day.is_not(None)

Index(
    "cards_unseen",
    cards.c.deck_key,
    cards.c.position,
    cards.c.place,
    sqlite_where=UNSEEN & IN_USE & AWAKE,
)
Index(
    "cards_order",
    cards.c.deck_key,
    cards.c.position,
    cards.c.place,
    cards.c.retired,
    cards.c.note_key,
)
Index(
    "cards_due",
    cards.c.deck_key,
    cards.c.due_day,
    cards.c.retired,  # always 0 here, as the next: with them SQLite counts days by the index alone
    cards.c.suspended,
    sqlite_where=HAS_DUE_DAY & IN_USE & AWAKE,
)
Index("cards_studied", cards.c.deck_key, cards.c.last_at, sqlite_where=cards.c.last_at.is_not(None))

# A learner's own marks. One that was taken off keeps its row, so that a merge can tell that it was.
flags = Table(
    "flags",
    metadata,
    Column("card_key", ForeignKey("cards.key"), primary_key=True),
    Column("flagged", Boolean, nullable=False),
    Column("at", Integer, nullable=False),
    CheckConstraint("flagged IN (0, 1)", name="flagged_or_not"),
    CheckConstraint("at > 0", name="at_a_time"),
)
own_tags = Table(
    "own_tags",
    metadata,
    Column("tag", Text, primary_key=True, nullable=False),
    Column("note_key", ForeignKey("notes.key"), primary_key=True, nullable=False),
    Column("tagged", Boolean, nullable=False),
    Column("at", Integer, nullable=False),
    CheckConstraint("tagged IN (0, 1)", name="tagged_or_not"),
    CheckConstraint("at > 0", name="at_a_time"),
    sqlite_with_rowid=False,
)
Index("own_tags_note", own_tags.c.note_key, own_tags.c.tagged)

card_counts = Table(
    "card_counts",  # of the cards in use, kept by triggers: counting would take longer by the card
    metadata,
    Column("deck_key", ForeignKey("decks.key"), primary_key=True),
    Column("state", Integer, primary_key=True),
    Column("suspended", Boolean, primary_key=True),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)

plans = Table(
    "plans",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("content", Text, nullable=False),  # JSON
)

log = Table(
    "log",
    metadata,
    Column("id", LargeBinary, primary_key=True, nullable=False),  # UUIDv7: it orders the log
    Column("card_key", ForeignKey("cards.key"), nullable=False),
    Column("act", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    Column("state", Integer, nullable=False),
    Column("rating", Integer),
    Column("form", Text, nullable=False),
    Column("hinted", Boolean, nullable=False),
    Column("duration", Integer, nullable=False),
    Column("plan_key", ForeignKey("plans.key")),
    Column("undoes", LargeBinary),
    Column("checksum", LargeBinary, nullable=False),
    Column("interval", Integer),
    Column("answer", Text),
    Column("mistaken_for", Text),  # JSON: deck, note and card
    CheckConstraint("length(id) = 16", name="id_is_uuid"),
    CheckConstraint("(act = 'grade') = (rating IS NOT NULL)", name="grade_has_rating"),
    sqlite_with_rowid=False,
)
Index("log_card", log.c.card_key)
Index("log_day", log.c.day)
Index("log_undoes", log.c.undoes, sqlite_where=log.c.undoes.is_not(None))
Index("log_mistaken", log.c.card_key, sqlite_where=log.c.mistaken_for.is_not(None))

_COUNT_IN = (
    "INSERT INTO card_counts SELECT NEW.deck_key, NEW.state, NEW.suspended, 1 "
    "WHERE NEW.retired IS 0 ON CONFLICT DO UPDATE SET number = number + 1"
)
_COUNT_OUT = (
    "UPDATE card_counts SET number = number - 1 WHERE OLD.retired IS 0 "
    "AND deck_key = OLD.deck_key AND state = OLD.state AND suspended = OLD.suspended"
)
_COUNT_CHANGED = (
    "(OLD.state, OLD.suspended, OLD.retired) IS NOT (NEW.state, NEW.suspended, NEW.retired)"
)
CARDS_ARE_COUNTED = (
    f"CREATE TRIGGER cards_counted AFTER INSERT ON cards BEGIN {_COUNT_IN}; END",
    (
        "CREATE TRIGGER cards_recounted AFTER UPDATE OF state, suspended, retired ON cards "
        f"WHEN {_COUNT_CHANGED} BEGIN {_COUNT_OUT}; {_COUNT_IN}; END"
    ),
)
SEARCH_INDEX = (
    # Without the text itself, which the notes hold, and without sizes, which only ranking needs.
    "CREATE VIRTUAL TABLE note_words USING fts5("
    "words, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2')"
)
LOG_IS_APPEND_ONLY = tuple(
    f"CREATE TRIGGER log_refuses_{verb.lower()} BEFORE {verb} ON log "
    "BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END"
    for verb in ("UPDATE", "DELETE")
)


@event.listens_for(metadata, "after_create")
def _complete(_: MetaData, connection: Connection, **_created: object) -> None:
    for statement in (SEARCH_INDEX, *CARDS_ARE_COUNTED, *LOG_IS_APPEND_ONLY):
        connection.exec_driver_sql(statement)
