"""The question forms in words: their names, why a card is asked in one, and how an answer did."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nqpf_study.domain.forms import Fit, FitReason, Form, Mark, Reason
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating


def choices() -> dict[FormChoice, tuple[str, str]]:
    """Return the ways of asking that can be chosen, each with its name and what it means."""
    return {
        FormChoice.FIT: (
            _tr("The one that fits"),
            _tr("Easy while a card is new, harder as it settles."),
        ),
        FormChoice.RECALL: (
            _tr("From memory"),
            _tr("You answer in your head, then look."),
        ),
        FormChoice.CHOICE: (
            _tr("By choice"),
            _tr("You pick the answer among others that are near to it."),
        ),
        FormChoice.MIXED: (
            _tr("By choice until known"),
            _tr("A choice while a card is new, from memory once you know it."),
        ),
        FormChoice.MATCH: (
            _tr("By matching"),
            _tr("You put three or four answers to their questions."),
        ),
        FormChoice.TYPED: (
            _tr("By typing"),
            _tr("You write the answer; small slips are forgiven. Long answers come from memory."),
        ),
        FormChoice.LIST: (
            _tr("By listing"),
            _tr("You name the members of lists one by one. Other cards come from memory."),
        ),
        FormChoice.ORDER: (
            _tr("By order"),
            _tr("You put lists in their order. Other cards come from memory."),
        ),
    }


def form_names() -> dict[Form, str]:
    """Return the forms' names."""
    return {
        Form.RECALL: _tr("From memory"),
        Form.CHOICE: _tr("Choice"),
        Form.MATCH: _tr("Matching"),
        Form.ORDER: _tr("Order"),
        Form.LIST: _tr("List"),
        Form.CLOZE: _tr("Gaps"),
        Form.TYPED: _tr("Typing"),
    }


def fit_said(fit: Fit) -> str:
    """Say how a card is asked and why; nothing where it is asked from memory as was chosen."""
    form = form_names()[fit.form]
    if not fit.as_wished:
        other = (
            _tr("{form}: the way you chose does not suit this card")
            if fit.reason is FitReason.CHOSEN
            else _tr("{form}: no other way suits this card")
        )
        return other.replace("{form}", form)
    why = {
        FitReason.NEW: _tr("{form}, because the card is new"),
        FitReason.YOUNG: _tr("{form}, because you are still learning the card"),
        FitReason.GROWING: _tr("{form}, because you remember the card for weeks"),
        FitReason.KNOWN: _tr("{form}, because you know the card well"),
    }
    if fit.reason in why:
        return why[fit.reason].replace("{form}", form)
    return "" if fit.form is Form.RECALL else form


def reasons() -> dict[Reason, str]:
    """Return what is said of an answer as a whole."""
    return {
        Reason.EXACT: _tr("Right"),
        Reason.DRESS: _tr("Right but for capitals, punctuation or accents"),
        Reason.SCRIPT: _tr("Right, in the other Chinese script"),
        Reason.SMALL_WORDS: _tr("Right but for a small word"),
        Reason.SPELLING: _tr("Right, in another spelling"),
        Reason.NUMBERS: _tr("Right, with its figures written another way"),
        Reason.ANY_ORDER: _tr("Right, in another order"),
        Reason.VARIANT: _tr("Right: another wording that counts"),
        Reason.PINYIN: _tr("Right, in pinyin"),
        Reason.NO_TONES: _tr("Right, in pinyin without its tones"),
        Reason.WRONG_TONES: _tr("Right but for the tones"),
        Reason.TYPO: _tr("Right but for a slip of the keys"),
        Reason.NEARLY: _tr("Nearly right, with slips"),
        Reason.TOO_MUCH: _tr("The answer is in it, with more than was asked for"),
        Reason.MOSTLY: _tr("Mostly right"),
        Reason.PARTLY: _tr("Only partly right"),
        Reason.OUT_OF_ORDER: _tr("Not in this order"),
        Reason.ONLY_OWN: _tr("This card's pair is right, another one is not"),
        Reason.ANOTHER: _tr("Not right: that is the answer to another card"),
        Reason.WRONG: _tr("Not right"),
        Reason.EMPTY: _tr("Nothing was given"),
    }


def marks() -> dict[Mark, str]:
    """Return what is said of one part of an answer."""
    return {
        Mark.RIGHT: _tr("right"),
        Mark.NEARLY: _tr("nearly"),
        Mark.WRONG: _tr("not right"),
        Mark.MISSING: _tr("missing"),
        Mark.EXTRA: _tr("not on the list"),
        Mark.REPEATED: _tr("said before"),
    }


MARK_ROLES = {
    Mark.RIGHT: "good",
    Mark.NEARLY: "nearly",
    Mark.WRONG: "again",
    Mark.MISSING: "again",
    Mark.EXTRA: "again",
    Mark.REPEATED: "muted",
}
"""The style sheet's roles of what is said of a part."""

RATING_ROLES = {
    Rating.AGAIN: "again",
    Rating.HARD: "nearly",
    Rating.GOOD: "good",
    Rating.EASY: "good",
}
"""The style sheet's roles of what is said of an answer, by the rating that it proposes."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("asking", text)
