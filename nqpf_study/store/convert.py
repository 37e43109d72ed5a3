"""Between rows and domain values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeAlias, TypeVar

from sqlalchemy import Row

from nqpf_study.domain.backlog import BacklogPlan
from nqpf_study.domain.deck import Deck, Member, Note, Value
from nqpf_study.domain.options import (
    DeckOptions,
    Exam,
    FitOptions,
    FormChoice,
    NewOrder,
    StudyOptions,
)
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.review import CardStatus, Memory, Plan, State
from nqpf_study.domain.search_query import SavedSearch
from nqpf_study.domain.source import Source
from nqpf_study.store.tables import cards

P = ParamSpec("P")
T = TypeVar("T")

AnyRow: TypeAlias = Sequence[Any]
"""A row of whatever columns, of SQLAlchemy or of the driver."""

NamedRow: TypeAlias = "Row[*tuple[Any, ...]]"
"""A row of SQLAlchemy, whose columns can be asked for by name."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_TEXTS = ("remark", "derived", "as_of")

STATUS = (
    cards.c.state,
    cards.c.step,
    cards.c.stability,
    cards.c.difficulty,
    cards.c.due_day,
    cards.c.due_at,
    cards.c.last_day,
    cards.c.last_at,
    cards.c.reps,
    cards.c.lapses,
    cards.c.suspended,
    cards.c.buried_day,
)
"""The columns that `status_of` and `memory_of` read, in their order."""


def strictly(read: Callable[P, T]) -> Callable[P, T]:
    """Make a reader raise ValueError, and nothing else, for what is not as it was written."""

    @wraps(read)
    def reading(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return read(*args, **kwargs)
        except (KeyError, TypeError, AttributeError, OverflowError) as error:
            raise ValueError(f"not as it was written: {error}") from error

    return reading


def milliseconds(at: datetime) -> int:
    """Return an instant as the tables keep it."""
    return (at - _EPOCH) // _MILLISECOND


@strictly
def instant(kept: int) -> datetime:
    """Return a kept instant as an aware datetime in UTC."""
    return _EPOCH + timedelta(milliseconds=kept)


def status_values(status: CardStatus) -> dict[str, Any]:
    """Return a card's status by column name."""
    memory = status.memory
    return {
        "state": int(memory.state),
        "step": memory.step,
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "due_day": memory.due_day,
        "due_at": None if memory.due_at is None else milliseconds(memory.due_at),
        "last_day": memory.last_day,
        "last_at": None if memory.last_at is None else milliseconds(memory.last_at),
        "reps": memory.reps,
        "lapses": memory.lapses,
        "suspended": status.suspended,
        "buried_day": status.buried_day,
    }


@strictly
def memory_of(row: AnyRow, first: int = 0) -> Memory:
    """Return the memory that stands in a row from column `first` on, ordered as `STATUS`."""
    due_at, last_at = row[first + 5], row[first + 7]
    return Memory(
        state=State(row[first]),
        step=row[first + 1],
        stability=row[first + 2],
        difficulty=row[first + 3],
        due_day=row[first + 4],
        due_at=None if due_at is None else instant(due_at),
        last_day=row[first + 6],
        last_at=None if last_at is None else instant(last_at),
        reps=row[first + 8],
        lapses=row[first + 9],
    )


def status_of(row: AnyRow, first: int = 0) -> CardStatus:
    """Return the status that stands in a row from column `first` on, ordered as `STATUS`."""
    return CardStatus(memory_of(row, first), bool(row[first + 10]), row[first + 11])


def note_content(note: Note) -> str:
    """Write what a note says, but for its id and kind, as JSON; what is empty is left out."""
    said: dict[str, Any] = {"fields": {name: _plain(v) for name, v in note.fields.items()}}
    if note.tags:
        said["tags"] = note.tags
    if note.passages:
        said["passages"] = [_passage_plain(passage) for passage in note.passages]
    for name in _TEXTS:
        if text := getattr(note, name):
            said[name] = text
    if note.distractors:
        said["distractors"] = note.distractors
    return _json(said)


@strictly
def note_of(id_: str, kind: str, content: str) -> Note:
    """Return the note that `note_content` wrote."""
    said = json.loads(content)
    return Note(
        id=id_,
        kind=kind,
        fields={name: _value(value) for name, value in said["fields"].items()},
        tags=tuple(said.get("tags", ())),
        passages=_passages(said.get("passages", ())),
        remark=said.get("remark", ""),
        derived=said.get("derived", ""),
        as_of=said.get("as_of", ""),
        distractors=tuple(said.get("distractors", ())),
    )


@strictly
def passages_of(written: str) -> tuple[Passage, ...]:
    """Return the passages of a note from their part of its content."""
    return _passages(json.loads(written))


def deck_about(deck: Deck) -> str:
    """Write what a deck says of itself besides id and title as JSON."""
    return _json(
        {
            "language": deck.language,
            "description": deck.description,
            "author": deck.author,
            "licence": deck.licence,
            "sources": [asdict(source) for source in deck.sources],
        }
    )


@strictly
def deck_of(id_: str, title: str, about: str) -> Deck:
    """Return a deck without its notes."""
    said = json.loads(about)
    sources = tuple(Source(**source) for source in said.pop("sources"))
    return replace(Deck(id=id_, title=title, **said), sources=sources)


def source_about(source: Source) -> str:
    """Write what is known of a source as JSON."""
    return _json(asdict(source))


@strictly
def source_of(about: str) -> Source:
    """Return the source that `source_about` wrote."""
    return Source(**json.loads(about))


def plan_content(plan: Plan) -> str:
    """Write a scheduling plan as JSON, always in the same form, so that its hash can name it."""
    return _json(_plan_plain(plan))


@lru_cache(maxsize=64)
@strictly
def plan_of(content: str) -> Plan:
    """Return the plan that `plan_content` wrote."""
    return _plan(json.loads(content))


@lru_cache(maxsize=64)
def plan_hash(content: str) -> bytes:
    """Return the name of a plan across collections: 16 bytes."""
    return hashlib.blake2b(content.encode(), digest_size=16).digest()


def deck_options_json(options: DeckOptions) -> str:
    """Write a deck's options as JSON."""
    return _json(
        {
            "new_per_day": options.new_per_day,
            "reviews_per_day": options.reviews_per_day,
            "plan": _plan_plain(options.plan),
            "new_order": options.new_order,
            "leech_threshold": options.leech_threshold,
            "exam": None if options.exam is None else [options.exam.day, options.exam.target],
        }
    )


@strictly
def deck_options_of(written: str | None) -> DeckOptions:
    """Return a deck's options, the defaults where none are kept, or none by older programs."""
    if written is None:
        return DeckOptions()
    said = json.loads(written)
    usual = DeckOptions()
    return DeckOptions(
        new_per_day=said["new_per_day"],
        reviews_per_day=said["reviews_per_day"],
        plan=_plan(said["plan"]),
        new_order=NewOrder(said.get("new_order", usual.new_order)),
        leech_threshold=said.get("leech_threshold", usual.leech_threshold),
        exam=Exam(*said["exam"]) if said.get("exam") else None,
    )


def study_options_json(options: StudyOptions) -> str:
    """Write the options of all decks as JSON."""
    return _json(asdict(options))


@strictly
def study_options_of(written: str | None) -> StudyOptions:
    """Return the options of all decks, the defaults where none are kept."""
    if written is None:
        return StudyOptions()
    said = json.loads(written)
    return StudyOptions(said["rollover_hour"], said["zone"], FormChoice(said["form"]))


def fit_options_json(options: FitOptions) -> str:
    """Write how the scheduler is fitted as JSON."""
    return _json(asdict(options))


@strictly
def fit_options_of(written: str | None) -> FitOptions:
    """Return how the scheduler is fitted, the defaults where nothing was kept."""
    if written is None:
        return FitOptions()
    said = json.loads(written)
    return FitOptions(bool(said["by_itself"]), int(said["tried_at"]))


def backlog_plan_json(plan: BacklogPlan | None) -> str:
    """Write a plan for a backlog as JSON."""
    return "null" if plan is None else _json(asdict(plan))


@strictly
def backlog_plan_of(written: str | None) -> BacklogPlan | None:
    """Return the plan for a backlog that `backlog_plan_json` wrote, None where none was kept."""
    said = None if written is None else json.loads(written)
    return None if said is None else BacklogPlan(said["since"], said["days"], said["counts"])


def saved_searches_json(searches: Sequence[SavedSearch]) -> str:
    """Write saved searches as JSON."""
    return _ENCODER.encode([[one.name, one.text] for one in searches])


@strictly
def saved_searches_of(written: str | None) -> tuple[SavedSearch, ...]:
    """Return the searches that `saved_searches_json` wrote, none where none were kept."""
    said = [] if written is None else json.loads(written)
    return tuple(SavedSearch(str(name), str(text)) for name, text in said)


def _json(said: Mapping[str, Any]) -> str:
    return _ENCODER.encode(said)


def _plain(value: Value) -> object:
    if isinstance(value, tuple):
        return [[member.text, member.id, member.cue] for member in value]
    return value


def _value(plain: Any) -> Value:  # noqa: ANN401 - what JSON holds
    if isinstance(plain, list):
        return tuple(Member(*parts) for parts in plain)
    if isinstance(plain, str | int):
        return plain
    raise TypeError(f"a field holds {plain!r}")


def _passage_plain(passage: Passage) -> list[str]:
    parts = [passage.source, passage.exact, passage.prefix, passage.suffix]
    while len(parts) > 2 and not parts[-1]:
        parts.pop()
    return parts


def _passages(plain: Iterable[Sequence[str]]) -> tuple[Passage, ...]:
    return tuple(Passage(*parts) for parts in plain)


def _plan_plain(plan: Plan) -> dict[str, Any]:
    return {
        "desired_retention": plan.desired_retention,
        "learning_steps": [step // _MILLISECOND for step in plan.learning_steps],
        "relearning_steps": [step // _MILLISECOND for step in plan.relearning_steps],
        "maximum_interval": plan.maximum_interval,
        "parameters": plan.parameters,
    }


def _plan(said: Mapping[str, Any]) -> Plan:
    return Plan(
        desired_retention=said["desired_retention"],
        learning_steps=tuple(step * _MILLISECOND for step in said["learning_steps"]),
        relearning_steps=tuple(step * _MILLISECOND for step in said["relearning_steps"]),
        maximum_interval=said["maximum_interval"],
        parameters=tuple(said["parameters"]),
    )
