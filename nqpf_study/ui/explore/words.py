"""How well something is known, and what else these screens say, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from nqpf_study.study.explore import Item, Variant
from nqpf_study.study.knowing import Knowing, Stage
from nqpf_study.ui.words import counted


def known(knowing: Knowing) -> str:
    """Say how well something is known."""
    if knowing.stage is Stage.SUSPENDED:
        return _tr("Suspended")
    if knowing.stage is Stage.UNSEEN:
        return _tr("Not seen yet")
    if knowing.stage is Stage.KNOWN and knowing.recall is not None:
        said = (
            _tr("Known, recall {share}")
            if knowing.cards == 1
            else _tr("Known, recall from {share}")
        )
        return said.replace("{share}", _percent(knowing.recall))
    cards = counted(knowing.cards, _tr("1 card"), _tr("{n} cards"))
    if not knowing.known:
        return _tr("Learning")
    return _tr("Learning, {known} of {cards} known").format(known=knowing.known, cards=cards)


def known_at_length(knowing: Knowing) -> str:
    """Say how well something is known, and what the figures mean."""
    if knowing.stage is not Stage.KNOWN or knowing.recall is None:
        return known(knowing)
    share = _percent(knowing.recall)
    if knowing.cards == 1:
        return _tr("Known: you would recall it today with a chance of {share}").format(share=share)
    said = _tr("Known: of {n} cards you would recall the weakest today with a chance of {share}")
    return said.format(n=knowing.cards, share=share)


def stage(stage: Stage) -> str:
    """Name a stage, for a legend."""
    return {
        Stage.UNSEEN: _tr("not seen"),
        Stage.LEARNING: _tr("learning"),
        Stage.KNOWN: _tr("known"),
        Stage.SUSPENDED: _tr("suspended"),
    }[stage]


def stages(items: Iterable[Item]) -> list[tuple[Stage, int]]:
    """Count items by stage, in the order of learning; stages without any are left out."""
    count = Counter(item.knowing.stage for item in items)
    return [(each, count[each]) for each in Stage if count[each]]


def horizon(name: str) -> str:
    """Name a horizon of pledges; a deck's own ones stand as the deck has them."""
    return {
        "now": _tr("Now"),
        "future": _tr("Future"),
        "role": _tr("Role"),
    }.get(name, name[:1].upper() + name[1:])


def variant(wording: Variant) -> str:
    """Say another wording and who uses it."""
    return f"{wording.wording} ({wording.users})" if wording.users else wording.wording


def gap(days: int) -> str:
    """Say how long a gap is, in years, months or days, roundly."""
    if days >= 360:
        return counted(round(days / 365.25), _tr("1 year"), _tr("{n} years"))
    if days >= 28:
        return counted(round(days / 30.44), _tr("1 month"), _tr("{n} months"))
    return counted(days, _tr("1 day"), _tr("{n} days"))


def _percent(share: float) -> str:
    return f"{share:.0%}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Explore", text)
