"""Coverage files: the sentences that an author left without a card, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from nqpf_study.content import fields
from nqpf_study.content.edition import other_format
from nqpf_study.content.files import LARGEST_DECK, read_bytes
from nqpf_study.content.passages import TextCache, report_unless_found
from nqpf_study.content.problems import Code, Problems, shortened
from nqpf_study.content.quotes import Quote, quote_of
from nqpf_study.content.specs import PASSAGE, Holds, Part, Spec
from nqpf_study.content.yaml_tree import Node, read_tree
from nqpf_study.domain.anchoring import Found
from nqpf_study.domain.coverage import Reason, SourceCoverage
from nqpf_study.domain.errors import Problem
from nqpf_study.domain.phrase import phrase

FILE = Part(
    (
        Spec(
            "format",
            "Which edition of this page the file follows.",
            Holds.FORMAT,
            required=True,
        ),
        Spec("left_out", "The sentences that need no card.", Holds.PASSAGES, required=True),
    )
)

LEFT_OUT = Part(
    (
        *PASSAGE.specs,
        Spec("reason", "Why no card needs it.", required=True),
        Spec("note", "The reason in words. With `other` it must be there."),
        Spec("see", "The note that says the same, as deck/note. With `repeated` it must be there."),
    )
)
"""A quotation of sentences that are left out; it may begin and end within one."""


@dataclass(frozen=True, slots=True)
class ReadCoverage:
    """What a coverage file holds: the reasons by source and by index of the sentence."""

    reasons: Mapping[str, Mapping[int, Reason]]
    problems: tuple[Problem, ...]


def read_coverage(
    path: Path, covered: Mapping[str, SourceCoverage], notes: AbstractSet[str]
) -> ReadCoverage:
    """Read a coverage file against sources, by id, and notes, as deck/note.

    Whatever the file holds, problems are returned; an entry with an error leaves nothing out.
    """
    problems = Problems(str(path))
    entries = _Entries(covered, tuple(sorted(notes)), problems)
    data = read_bytes(path, LARGEST_DECK, problems)
    root = None if data is None else read_tree(data, problems)
    if root is not None:
        if other := other_format(root, str(path), phrase("coverage file")):
            return ReadCoverage({}, other)
        top = fields.open_mapping(
            root, phrase("a coverage file"), FILE.names, FILE.required, problems
        )
        for node in fields.items((top or {}).get("left_out"), "left_out", problems):
            entries.read(node)
    return ReadCoverage(entries.reasons, problems.sorted())


class _Entries:
    """The entries of `left_out`, while they are read."""

    def __init__(
        self, covered: Mapping[str, SourceCoverage], notes: tuple[str, ...], problems: Problems
    ) -> None:
        self.reasons: dict[str, dict[int, Reason]] = {}
        self._covered = covered
        self._notes = notes
        self._problems = problems
        self._texts = TextCache(each.document for each in covered.values())
        self._lines: dict[tuple[str, int], int] = {}

    def read(self, node: Node) -> None:
        """Read one entry."""
        problems = self._problems
        entry = fields.open_mapping(
            node, phrase("an entry of `left_out`"), LEFT_OUT.names, LEFT_OUT.required, problems
        )
        if entry is None:
            return
        before = problems.setbacks
        quote = quote_of(entry, problems)
        reason = self._reason(entry, node)
        self._check_see(entry.get("see"))
        covered = None if quote is None else self._covered.get(quote.passage.source)
        if quote is None:
            return
        if covered is None:
            self._report_unknown_source(quote)
            return
        if covered.document.text is None:
            problems.warn(
                quote.source,
                Code.SOURCE_MISSING,
                phrase("the text of the source {source} is missing", source=quote.passage.source),
            )
            return
        anchored = report_unless_found(quote.passage, quote.exact, self._texts, problems)
        if reason and isinstance(anchored, Found) and problems.setbacks == before:
            self._leave_out(quote, covered, covered.overlapped(anchored.span), reason)

    def _reason(self, entry: Mapping[str, Node], node: Node) -> Reason | None:
        said = fields.required_text(entry.get("reason"), "reason", self._problems)
        if not said:
            return None
        if said not in set(Reason):
            near = fields.closest(said, tuple(Reason))
            self._problems.error(
                entry["reason"],
                Code.UNKNOWN_REASON,
                phrase("unknown reason “{said}”", said=shortened(said)),
                phrase("did you mean {near}?", near=near)
                if near
                else phrase("the reasons are {names}", names=", ".join(Reason)),
            )
            return None
        for reason, field in ((Reason.OTHER, "note"), (Reason.REPEATED, "see")):
            if said == reason and not fields.text(entry.get(field), field, self._problems):
                self._problems.error(
                    node,
                    Code.MISSING_FIELD,
                    phrase(
                        "the reason `{reason}` needs the field `{field}`",
                        reason=reason,
                        field=field,
                    ),
                )
        return Reason(said)

    def _check_see(self, node: Node | None) -> None:
        said = fields.text(node, "see", self._problems)
        if not said or said in self._notes:
            return
        near = None if self._problems.full else fields.closest(said, self._notes)
        self._problems.error(
            node,
            Code.UNKNOWN_NOTE,
            phrase("there is no note “{said}”", said=shortened(said)),
            phrase("did you mean {near}?", near=near)
            if near
            else "write the deck's id, a slash, and the note's id",
        )

    def _report_unknown_source(self, quote: Quote) -> None:
        id_, known = quote.passage.source, tuple(sorted(self._covered))
        near = fields.closest(id_, known)
        self._problems.error(
            quote.source,
            Code.UNKNOWN_SOURCE,
            phrase("unknown source “{id}”", id=shortened(id_)),
            phrase("did you mean {near}?", near=near)
            if near
            else phrase("the sources are {names}", names=", ".join(known) or "none"),
        )

    def _leave_out(
        self, quote: Quote, covered: SourceCoverage, sentences: range, reason: Reason
    ) -> None:
        source = quote.passage.source
        taken = [self._lines[source, at] for at in sentences if (source, at) in self._lines]
        if taken:
            self._problems.error(
                quote.exact,
                Code.LEFT_OUT_TWICE,
                "a sentence of the quotation is left out already",
                phrase("the first is in line {taken}", taken=taken[0]),
            )
        elif all(covered.sentences[at].quoted for at in sentences):
            self._problems.warn(
                quote.exact,
                Code.NOTHING_LEFT_OUT,
                "cards rest on all of it" if sentences else "there is no word in the quotation",
                "take the entry away",
            )
        reasons = self.reasons.setdefault(source, {})
        for at in sentences:
            reasons.setdefault(at, reason)
            self._lines.setdefault((source, at), quote.exact.line)
