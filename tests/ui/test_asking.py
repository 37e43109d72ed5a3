from __future__ import annotations

from nqpf_study.domain.forms import Fit, FitReason, Form, Mark, Reason
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Rating
from nqpf_study.ui import asking


def test_every_form_reason_and_mark_has_its_words() -> None:
    assert asking.choices().keys() == set(FormChoice)
    assert asking.form_names().keys() == set(Form)
    assert asking.reasons().keys() == set(Reason)
    assert asking.marks().keys() == asking.MARK_ROLES.keys() == set(Mark)
    assert asking.RATING_ROLES.keys() == set(Rating)
    assert len(set(asking.reasons().values())) == len(Reason), "no two say the same"


def test_a_form_is_said_with_its_reason() -> None:
    said = asking.fit_said(Fit(Form.CHOICE, FitReason.NEW))
    assert said == "Choice, because the card is new"
    assert asking.fit_said(Fit(Form.TYPED, FitReason.TURN)) == "Typing"


def test_memory_alone_needs_no_word_where_it_was_chosen() -> None:
    assert asking.fit_said(Fit(Form.RECALL, FitReason.CHOSEN)) == ""


def test_a_form_that_does_not_suit_the_card_is_said_to() -> None:
    chosen = Fit(Form.RECALL, FitReason.CHOSEN, as_wished=False)
    assert asking.fit_said(chosen) == "From memory: the way you chose does not suit this card"
    fitted = Fit(Form.RECALL, FitReason.KNOWN, as_wished=False)
    assert asking.fit_said(fitted) == "From memory: no other way suits this card"
