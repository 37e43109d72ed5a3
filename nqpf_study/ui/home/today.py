"""What the study home says, in words; no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from nqpf_study.domain.options import FormChoice
from nqpf_study.study.statistics import DeckOverview, Overview
from nqpf_study.ui import words

if TYPE_CHECKING:
    from nqpf_study.domain.exam import ExamPlan


@dataclass(frozen=True, slots=True)
class Today:
    """What the study home shows: figures, the form, and when each deck was last studied.

    `studied` holds study days by deck id, `exams` the plans of the decks that prepare for one,
    `about` what the decks that were not studied yet say of themselves.
    """

    overview: Overview
    form: FormChoice
    studied: Mapping[str, int]
    exams: Mapping[str, ExamPlan] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def headline(self) -> str:
        """Say today in one line."""
        overview = self.overview
        if not overview.decks:
            return _tr("No decks yet")
        if not overview.cards:
            return _tr("Nothing is due now")
        count = words.counted(overview.cards, _tr("1 card"), _tr("{n} cards"))
        time = words.counted(overview.minutes, _tr("about 1 minute"), _tr("about {n} minutes"))
        return words.listed((count, time))

    @property
    def more(self) -> str:
        """Say what makes today up, or when the next card comes."""
        overview = self.overview
        if not overview.decks:
            return _tr("Open a deck file, or drop one on this window.")
        if overview.cards:
            return words.waiting(
                sum(deck.new for deck in overview.decks),
                sum(deck.learning for deck in overview.decks),
                sum(deck.due for deck in overview.decks),
            )
        if overview.next_due_day is None:
            return _tr("No card has been started. Raise a deck's daily limit to meet new ones.")
        day = words.coming(overview.next_due_day, overview.today)
        return _tr("The next card comes {day}.").replace("{day}", day)

    @property
    def welcome(self) -> str:
        """Say how this goes, to who has not studied yet."""
        if not self.overview.cards or self.studied:
            return ""
        return _tr(
            "Each card asks one thing. You say how well you knew the answer, and the card comes "
            "back shortly before you would forget it. One key shows the passage of a source that "
            "the answer rests on."
        )

    def studied_said(self, deck: DeckOverview) -> str:
        """Say how much of a deck is learned, and when it was last studied."""
        day = self.studied.get(deck.id)
        if day is None and not deck.learned:
            count = words.counted(deck.total, _tr("1 card"), _tr("{n} cards"))
            return f"{count} · {_tr('not studied yet')}"
        learned = (
            _tr("{learned} of {n} learned")
            .replace("{learned}", f"{deck.learned:,}")
            .replace("{n}", f"{deck.total:,}")
        )
        if day is None:
            return f"{learned} · {_tr('not studied yet')}"
        last = _tr("studied {when}").replace("{when}", words.past(day, self.overview.today))
        return f"{learned} · {last}"

    def exam_said(self, deck: DeckOverview) -> str:
        """Say a deck's exam and what it costs, nothing where there is none."""
        plan = self.exams.get(deck.id)
        if plan is None:
            return ""
        from nqpf_study.ui.planning.exam_words import row_said  # noqa: PLC0415 - most have none

        return row_said(plan, self.overview.today)


def _tr(text: str) -> str:
    return QCoreApplication.translate("today", text)
