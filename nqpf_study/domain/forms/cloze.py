"""Cloze: the gaps of a sentence are typed where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nqpf_study.domain.forms.accepted import Accepted, nearest
from nqpf_study.domain.forms.form import Prompt
from nqpf_study.domain.forms.judgement import Confusion, Judgement, Part, Reason
from nqpf_study.domain.forms.outcomes import MOST, PROPOSED, RIGHT, SEVERITY
from nqpf_study.domain.forms.typed import compared_part, typeable
from nqpf_study.domain.kinds import Gap, cloze_runs
from nqpf_study.domain.review import Rating


@dataclass(frozen=True, slots=True)
class Cloze:
    """A sentence in runs: text as it stands, and the gaps to fill, in order.

    Words that are hidden a second time are asked for once: there a mark stands for them.
    """

    runs: tuple[str | Gap, ...]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Return the gaps to fill."""
        return tuple(run for run in self.runs if isinstance(run, Gap))

    def judge(self, typed: Sequence[str]) -> Judgement:
        """Judge what was typed into each gap; gaps that were left out at the end are empty.

        The worst gap tells the rating, but that most of several gaps are worth Hard. Raises
        ValueError for more texts than gaps.
        """
        gaps = self.gaps
        if isinstance(typed, str) or len(typed) > len(gaps):
            raise ValueError("one text for each gap")
        parts = [
            _part(given, gap.hidden)
            for given, gap in zip([*typed, *[""] * (len(gaps) - len(typed))], gaps, strict=True)
        ]
        worst = max((part.reason for part in parts), key=SEVERITY.__getitem__)
        right = [part for part in parts if part.reason in RIGHT]
        wrong = next((part for part in parts if part.given and part.reason is Reason.WRONG), None)
        if PROPOSED[worst] is Rating.AGAIN and len(right) >= len(gaps) * MOST:
            worst = Reason.MOSTLY
        return Judgement(
            len(right) == len(gaps),
            PROPOSED[worst],
            worst,
            tuple(parts),
            Confusion(wrong.given) if wrong else None,
        )


def cloze_of(prompt: Prompt) -> Cloze | None:
    """Ask for the gaps of a cloze card, None for other cards and for gaps too long to type."""
    if prompt.note.kind != "cloze":
        return None
    runs: list[str | Gap] = []
    hidden: set[str] = set()
    for run in cloze_runs(prompt.note.text("text")):
        if isinstance(run, Gap) and run.name == prompt.face.name:
            runs.append(run if run.hidden not in hidden else f"[{run.hint or '…'}]")
            hidden.add(run.hidden)
        else:
            runs.append(run.hidden if isinstance(run, Gap) else run)
    return Cloze(tuple(runs)) if hidden and all(map(typeable, hidden)) else None


def _part(given: str, right: str) -> Part:
    reason, accepted = nearest(given, (Accepted(right),))
    return compared_part(given, accepted.text, reason)
