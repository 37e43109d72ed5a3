"""Entries of a `sources` list, each with the text file that it names."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PureWindowsPath

from nqpf_study.content import fields
from nqpf_study.content.files import LARGEST_SOURCE, read_bytes
from nqpf_study.content.passages import TextCache, report_unless_found
from nqpf_study.content.problems import Code, Problems, shortened
from nqpf_study.content.specs import SOURCE
from nqpf_study.content.yaml_tree import Node, Scalar
from nqpf_study.domain.anchoring import Found
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.source import Document, Source


@dataclass(frozen=True, slots=True)
class SourceRules:
    """What a file asks of its sources.

    `folder` is where their text files must stand, or below it. In a manifest a source needs its
    `sha256`, and its file must be there (`strict`); a deck's source may lack both. `language` is
    that of a source which names none.
    """

    folder: Path
    strict: bool
    language: str = "en"


@dataclass(frozen=True, slots=True)
class ReadSources:
    """The documents of a `sources` list, and the ids of entries that were refused."""

    documents: tuple[Document, ...]
    refused: frozenset[str]


def read_sources(
    nodes: list[Node], rules: SourceRules, known: Mapping[str, Document], problems: Problems
) -> ReadSources:
    """Read a `sources` list. `known` are the documents of earlier imports, by id."""
    required = SOURCE.required | {"sha256"} if rules.strict else SOURCE.required
    documents: dict[str, Document] = {}
    lines: dict[str, int] = {}
    refused: set[str] = set()
    for node in nodes:
        entry = fields.open_mapping(node, phrase("a source"), SOURCE.names, required, problems)
        if entry is None:
            continue
        document = _Entry(entry, rules, known, problems).document()
        id_node = entry.get("id")
        if not isinstance(id_node, Scalar):
            continue
        id_ = id_node.text.strip()
        if id_ in lines:
            problems.error(
                id_node,
                Code.DUPLICATE_SOURCE,
                phrase("the source id `{id}` is taken", id=shortened(id_)),
                phrase("the first is in line {lines}", lines=lines[id_]),
            )
            continue
        lines[id_] = id_node.line
        if document is None:
            refused.add(id_)
        else:
            documents[id_] = document
    return ReadSources(tuple(documents.values()), frozenset(refused))


class _Entry:
    """One source, while it is read."""

    def __init__(
        self,
        entry: Mapping[str, Node],
        rules: SourceRules,
        known: Mapping[str, Document],
        problems: Problems,
    ) -> None:
        self._entry = entry
        self._rules = rules
        self._known = known
        self._problems = problems

    def document(self) -> Document | None:
        """Return the source with its text, None where something is wrong with it."""
        before = self._problems.setbacks
        entry, problems = self._entry, self._problems
        id_ = fields.identifier(entry.get("id"), "id", problems)
        file = fields.required_text(entry.get("file"), "file", problems)
        path = self._path(file) if file else None
        missing = path is not None and not _is_there(path)
        data = None
        if path and not missing:
            data = read_bytes(path, LARGEST_SOURCE, problems, entry["file"])
        source = Source(
            id=id_,
            title=fields.required_text(entry.get("title"), "title", problems),
            publisher=fields.required_text(entry.get("publisher"), "publisher", problems),
            published=self._published(),
            language=fields.language(entry.get("language"), "language", problems)
            or self._rules.language,
            where=fields.text(entry.get("where"), "where", problems),
            file=file,
            sha256=self._sum(data),
            original=fields.text(entry.get("original"), "original", problems),
            begins=fields.text(entry.get("begins"), "begins", problems),
            ends=fields.text(entry.get("ends"), "ends", problems),
        )
        document = Document(source, self._text(data) if data is not None else None)
        if missing:
            document = self._earlier(source)
        if problems.setbacks == before:
            self._check_proper(document)
            self._compare(document)
        return document if problems.setbacks == before else None

    def _published(self) -> str:
        node = self._entry.get("published")
        said = fields.required_text(node, "published", self._problems)
        return fields.partial_date(node, "published", self._problems) if said else ""

    def _path(self, name: str) -> Path | None:
        """Return where the text file should be, None where it would be somewhere else."""
        path = _inside(self._rules.folder, name)
        if path is None:
            self._problems.error(
                self._entry["file"],
                Code.SOURCE_OUTSIDE,
                phrase("the file “{name}” is not in this folder or below it", name=shortened(name)),
                "put it beside this file and name it without .. or a drive",
            )
        return path

    def _sum(self, data: bytes | None) -> str:
        """Return the sha256 of the text file; one that was recorded must be met."""
        node = self._entry.get("sha256")
        recorded = fields.text(node, "sha256", self._problems).lower()
        if data is None:
            return recorded
        found = hashlib.sha256(data).hexdigest()
        if recorded and node is not None and found != recorded:
            self._problems.error(
                node,
                Code.SOURCE_CHANGED,
                "the text of this source is not the one that was recorded",
                phrase(
                    "bring the old file back or, if the change is meant, record sha256: {found}",
                    found=found,
                ),
            )
        return found

    def _text(self, data: bytes) -> str | None:
        node = self._entry["file"]
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self._problems.error(
                node,
                Code.NOT_UTF8,
                phrase("line {line} of the source's file is no UTF-8", line=line),
                "save it as plain text with the encoding UTF-8",
            )
            return None
        if "\0" in text:
            self._problems.error(
                node,
                Code.BAD_CHARACTER,
                "the source's file is no plain text",
                "save the document as plain text with the encoding UTF-8",
            )
            return None
        return text

    def _earlier(self, source: Source) -> Document:
        """Say that the text file is missing, and fall back on the text of an earlier import."""
        hint = phrase("cards that rest on it will say so")
        document = Document(source, None)
        known = self._known.get(source.id)
        if known and known.text is not None and source.sha256 in {"", known.source.sha256}:
            hint = phrase("the text that was imported before stays in use")
            document = Document(replace(source, sha256=known.source.sha256), known.text)
        self._problems.warn(
            self._entry["file"],
            Code.SOURCE_MISSING,
            phrase("the file {file} is not there", file=source.file),
            hint,
        )
        return document

    def _compare(self, document: Document) -> None:
        """Warn where decks that were imported before will be held against another text."""
        known = self._known.get(document.source.id)
        if known and None not in {known.text, document.text} and document.text != known.text:
            self._problems.warn(
                self._entry["id"],
                Code.SOURCE_DIFFERS,
                phrase(
                    "the source {id} is known with another text, which this replaces",
                    id=document.source.id,
                ),
                "passages of other decks that quote it may be lost; take another id if that is "
                "not meant",
            )

    def _check_proper(self, document: Document) -> None:
        """Check that the words under `begins` and `ends` stand in the text, in this order."""
        cache = TextCache([document])
        places = []
        for name in ("begins", "ends"):
            quoted = getattr(document.source, name)
            if quoted and document.text is not None:
                passage = Passage(document.source.id, quoted)
                places.append(
                    report_unless_found(passage, self._entry[name], cache, self._problems)
                )
        match places:
            case [Found(first), Found(last)] if last.end <= first.start:
                self._problems.error(
                    self._entry["ends"],
                    Code.ENDS_BEFORE_BEGINS,
                    "the words under `ends` stand before those under `begins`",
                )


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # reading it will tell why
        return True


def _inside(folder: Path, name: str) -> Path | None:
    """Return the path of `name` in `folder`, None where it would leave it."""
    if "\0" in name or "\\" in name or PureWindowsPath(name).drive or name.startswith("/"):
        return None
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError, ValueError):  # RuntimeError: a loop of links
        return None
