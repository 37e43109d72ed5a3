"""Deck files: a deck, and everything that is wrong with its file, each with its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from nqpf_study.content import fields
from nqpf_study.content.edition import other_format
from nqpf_study.content.files import LARGEST_DECK, read_bytes
from nqpf_study.content.lints.tags import read_tags
from nqpf_study.content.note_reader import NoteReader
from nqpf_study.content.passages import TextCache, report_unless_found
from nqpf_study.content.problems import Code, Problems, shortened
from nqpf_study.content.quotes import Quote
from nqpf_study.content.source_reader import ReadSources, SourceRules, read_sources
from nqpf_study.content.specs import DECK, FILE
from nqpf_study.content.text_cut import line_ends
from nqpf_study.content.yaml_tree import Node, read_tree
from nqpf_study.domain.deck import Deck, Note
from nqpf_study.domain.errors import Problem, Progress, Waived, unheard
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.source import Document

_PROGRESS_EVERY = 200


@dataclass(frozen=True, slots=True)
class ReadDeck:
    """What a deck file holds: the deck, None where an error keeps it out, and all problems.

    `documents` are those that the deck's passages quote and those that it brings itself; `waived`
    the warnings that its notes let pass.
    """

    deck: Deck | None
    problems: tuple[Problem, ...]
    documents: tuple[Document, ...] = ()
    waived: tuple[Waived, ...] = ()
    notes: tuple[Note, ...] = ()
    """The notes without an error, also where others keep the deck out."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line that names each note, also one with an error, by the note's id."""


def read_deck(
    path: Path,
    library: Mapping[str, Document],
    progress: Progress = unheard,
    *,
    lint: bool = False,
    data: bytes | None = None,
) -> ReadDeck:
    """Read a deck file and hold its passages against `library` (by source id) and its own sources.

    With `lint` its notes are held against the rules of good cards as well; an import does without.
    `data` is read in the file's place where it is given, as if it had been written there.
    Whatever the file holds, problems are returned; only a `progress` that cancels raises.
    """
    problems = Problems(str(path))
    reader = NoteReader(problems, lint=lint)
    if data is None:
        data = read_bytes(path, LARGEST_DECK, problems)
    root = None if data is None else _read_root(data, reader, problems, progress)
    if root is None:
        return ReadDeck(None, problems.sorted())
    if other := other_format(root, str(path), phrase("deck file")):
        return ReadDeck(None, other)
    top = fields.open_mapping(root, phrase("a deck file"), FILE.names, FILE.required, problems)
    if top is None:
        return ReadDeck(None, problems.sorted())
    fields.items(top.get("notes"), "notes", problems)
    about = _about_fields(top.get("deck"), problems)
    deck = _about(about, problems)
    tags = read_tags(about.get("tags"), problems)
    rules = SourceRules(path.parent, strict=False, language=deck.language)
    sources = fields.items(top.get("sources"), "sources", problems)
    own = read_sources(sources, rules, library, problems)
    documents = _check_quotes(reader.quotes, library, own, problems)
    if lint:
        # The lints need the forms of questions, which plain imports do without.
        from nqpf_study.content.lints.linter import LintedDeck, lint_deck  # noqa: PLC0415

        linted = LintedDeck(deck, tags, reader.linted, documents, whole=not problems.errors)
        lint_deck(linted, problems, progress)
    notes = tuple(reader.notes)
    if problems.errors:
        return ReadDeck(None, problems.sorted(), documents, problems.waived(), notes, reader.lines)
    brought = tuple(document.source for document in own.documents)
    whole = replace(deck, sources=brought, notes=notes)
    return ReadDeck(whole, problems.sorted(), documents, problems.waived(), notes, reader.lines)


def _read_root(
    data: bytes, reader: NoteReader, problems: Problems, progress: Progress
) -> Node | None:
    """Return the file's tree without its notes, which go to `reader` one by one."""
    lines = line_ends(data, 0, len(data)) + 1

    def take(node: Node) -> None:
        reader.read(node)
        if reader.seen % _PROGRESS_EVERY == 0:
            progress(min(node.line, lines), lines, "Reading notes")

    return read_tree(data, problems, {"notes": take})


def _about_fields(node: Node | None, problems: Problems) -> Mapping[str, Node]:
    """Return the fields of `deck`, none where it is no mapping."""
    if node is None:
        return {}
    return fields.open_mapping(node, "`deck`", DECK.names, DECK.required, problems) or {}


def _about(entry: Mapping[str, Node], problems: Problems) -> Deck:
    """Return the deck without its notes; what is wrong is left empty."""
    return Deck(
        id=fields.identifier(entry.get("id"), "id", problems),
        title=fields.required_text(entry.get("title"), "title", problems),
        language=fields.language(entry.get("language"), "language", problems) or "en",
        description=fields.text(entry.get("description"), "description", problems),
        author=fields.text(entry.get("author"), "author", problems),
        licence=fields.text(entry.get("licence"), "licence", problems),
    )


def _check_quotes(
    quotes: Iterable[Quote], library: Mapping[str, Document], own: ReadSources, problems: Problems
) -> tuple[Document, ...]:
    """Check every quote; return the documents of the library that are quoted, and the own ones."""
    brought = {document.source.id: document for document in own.documents}
    at_hand = {**library, **brought}
    texts = TextCache(at_hand.values())
    quoted: dict[str, Document] = {}
    for quote in quotes:
        id_ = quote.passage.source
        document = at_hand.get(id_)
        if document is None:
            if id_ not in own.refused:
                _report_unknown(quote, tuple(sorted(at_hand)), problems)
            continue
        first = id_ not in quoted
        quoted[id_] = document
        if document.text is not None:
            report_unless_found(quote.passage, quote.exact, texts, problems)
        elif first and id_ not in brought:
            problems.warn(
                quote.source,
                Code.SOURCE_MISSING,
                phrase("the text of the source {id} is missing", id=id_),
                "cards that rest on it will say so",
            )
    return tuple({**quoted, **brought}.values())


def _report_unknown(quote: Quote, known: tuple[str, ...], problems: Problems) -> None:
    id_ = quote.passage.source
    near = None if problems.full else fields.closest(id_, known)
    problems.error(
        quote.source,
        Code.UNKNOWN_SOURCE,
        phrase("unknown source “{id}”", id=shortened(id_)),
        phrase("did you mean {near}?", near=near)
        if near
        else phrase("the sources are {names}", names=", ".join(known) or "none"),
    )
