"""Waivers: what a note's author says to a warning, so that it is counted and not repeated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nqpf_study.content import fields
from nqpf_study.content.problems import LINTS, Code, Place, Problems, shortened
from nqpf_study.content.yaml_tree import MappingNode, Node, Scalar
from nqpf_study.domain.phrase import phrase

WAIVABLE = LINTS | {Code.NO_PASSAGE, Code.SHORT_LIST}
_NAMES = tuple(sorted(code.value for code in WAIVABLE))


@dataclass(slots=True)
class Waiver:
    """The reason why a warning is let pass on a note, and whether it ever came up."""

    reason: str
    place: Place
    used: bool = False


class Warnings:
    """Where the warnings of one note go: to the problems, or, waived, to those that are counted."""

    def __init__(self, problems: Problems, waivers: Mapping[Code, Waiver]) -> None:
        self._problems = problems
        self._waivers = waivers

    def warn(self, place: Place | None, code: Code, message: str, hint: str = "") -> None:
        """Note a warning, as waived where the note's author says why."""
        waiver = self._waivers.get(code)
        if waiver is None:
            self._problems.warn(place, code, message, hint)
            return
        waiver.used = True
        self._problems.waive(place, code, message, waiver.reason)

    def report_unused(self) -> None:
        """Warn of each waiver that nothing was waived by."""
        for code, waiver in self._waivers.items():
            if not waiver.used:
                self._problems.warn(
                    waiver.place,
                    Code.UNUSED_WAIVER,
                    phrase("there is no warning `{code}` to waive on this note", code=code),
                    "leave the waiver out",
                )


def read_waivers(node: Node | None, problems: Problems) -> dict[Code, Waiver]:
    """Read a note's `waive`, a mapping of codes to reasons; what is wrong is left out."""
    if node is None or fields.absent(node):
        return {}
    if not isinstance(node, MappingNode):
        fields.wrong_type(node, phrase("`waive` must be a mapping of codes to reasons"), problems)
        return {}
    waivers: dict[Code, Waiver] = {}
    for key in node.keys:
        reason = fields.text(node.entries[key.text], key.text, problems)
        if key.text not in _NAMES:
            _report_unknown(key, problems)
        elif reason:
            waivers[Code(key.text)] = Waiver(reason, key)
        elif isinstance(node.entries[key.text], Scalar):
            problems.error(
                key,
                Code.EMPTY_WAIVER,
                phrase("the waiver of `{text}` gives no reason", text=key.text),
                "say in a few words why the note is right as it is",
            )
    return waivers


def _report_unknown(key: Scalar, problems: Problems) -> None:
    near = None if problems.full else fields.closest(key.text, _NAMES)
    problems.error(
        key,
        Code.UNKNOWN_WAIVER,
        phrase("no warning `{text}` can be waived", text=shortened(key.text)),
        phrase("did you mean `{near}`?", near=near)
        if near
        else phrase("the codes are {names}", names=", ".join(_NAMES)),
    )
