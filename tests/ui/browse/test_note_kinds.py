from __future__ import annotations

import pytest

from nqpf_study.domain.kinds import KINDS
from nqpf_study.ui.browse.note_kinds import kind_meaning, kind_name
from nqpf_study.ui.browse.search_words import Known
from nqpf_study.ui.language import Language, speak


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_each_kind_has_a_name_and_a_meaning_of_its_own(language: Language) -> None:
    speak(language)
    try:
        assert len({kind_name(kind) for kind in KINDS}) == len(KINDS)
        assert len({kind_meaning(kind) for kind in KINDS}) == len(KINDS)
        spoken = kind_name("term")
    finally:
        speak(Language.ENGLISH)
    assert spoken == {Language.ENGLISH: "term", Language.CHINESE: "术语"}[language]


def test_a_kind_that_is_not_known_keeps_its_name() -> None:
    assert kind_name("riddle") == "riddle"


def test_a_search_is_offered_the_names_of_deck_files() -> None:
    assert Known().names("kind")[0] == ("term", "Words and ideas, with their meaning")
