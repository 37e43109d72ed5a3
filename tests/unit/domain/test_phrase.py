from __future__ import annotations

import copy
import pickle

from nqpf_study.domain.phrase import Phrase, phrase, put


def test_a_phrase_reads_as_plain_english() -> None:
    said = phrase("There is no deck “{id}”.", id="terms")
    assert said == "There is no deck “terms”."
    assert f"{said} Sorry" == "There is no deck “terms”. Sorry"


def test_it_remembers_its_sentence_and_its_values() -> None:
    said = phrase("{n} of {path}", n=3, path="x")
    assert said.template == "{n} of {path}"
    assert said.values == {"n": "3", "path": "x"}


def test_a_value_in_braces_is_not_taken_for_a_place() -> None:
    assert phrase("“{name}” and “{other}”", name="{other}", other="b") == "“{other}” and “b”"


def test_a_name_without_a_value_stays() -> None:
    assert phrase("a gap is {{c1::hidden}} or {hint}") == "a gap is {{c1::hidden}} or {hint}"
    assert put("{a} {b}", {"a": "1"}) == "1 {b}"


def test_a_phrase_within_a_phrase_stays_one() -> None:
    inner = phrase("a member of `{name}`", name="parts")
    outer = phrase("{what} needs the field `id`", what=inner)
    assert outer == "a member of `parts` needs the field `id`"
    assert isinstance(outer.values["what"], Phrase)


def test_copies_remember_too() -> None:
    said = phrase("There is no {what}.", what="deck")
    for same in (copy.deepcopy(said), pickle.loads(pickle.dumps(said))):  # noqa: S301 - our own
        assert same == said
        assert same.template == said.template
        assert same.values == said.values
