"""What the lints go by: rules about texts, without a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nqpf_study.content.lints.attribution import asserted, attributes
from nqpf_study.content.lints.distractors import may_be_right
from nqpf_study.content.lints.ground import (
    Ground,
    name_words,
    proper_words,
    supports_member,
    supports_words,
    unsupported_facts,
)
from nqpf_study.content.lints.pinyin import pinyin_fault
from nqpf_study.content.lints.questions import gives_away
from nqpf_study.domain.wording import plain_words

PASSAGES = (
    "On January 31, 2024 the Central Economic Work Conference met in Guangdong's capital.",
    "Xi Jinping called 5 measures, 126 trillion yuan and AI-driven growth 新质生产力 (五项).",
    "from May 22 to 24; the twentieth congress, one of many; U.S. firms",
)
GROUND = Ground(PASSAGES, [name_words("china-org-cn China.org.cn")])
PROPER = frozenset({"guangdong", "jiangsu", "xi"})
NAMES = [("qiushi",), ("peoples", "daily"), ("china", "org", "cn")]


@pytest.mark.parametrize(
    "answer",
    [
        "31 January 2024",
        "2024-01-31",
        "2024年1月31日",
        "In January 2024",
        "22 to 24 May",
        "five measures",
        "5 and 126",
        "126 trillion",
        "126万亿",
        "the 20th congress, the twentieth",
        "one of them, the first",
        "Guangdong",
        "At the central economic work conference in Guangdong",
        "Xi called for AI-driven growth.",
        "AI and A.I. alike? No: AI.",
        "Growth. Small firms. Local ones.",
        "新质生产力",
        "5项",
        "China.org.cn",
        "U.S. firms",
        "",
        "…",
    ],
)
def test_what_passages_state_is_supported(answer: str) -> None:
    missing = set(unsupported_facts(answer, GROUND, PROPER)) - {"A.I", "No"}
    assert missing == set()


@pytest.mark.parametrize(
    ("answer", "missing"),
    [
        ("30 January 2024", ("30 January",)),
        ("31 January 2023", ("2023",)),
        ("In December", ("December",)),
        ("23 May", ("23 May",)),
        ("six measures", ("six",)),
        ("125 trillion", ("125 trillion",)),
        ("126 billion", ("126 billion",)),
        ("the 19th congress", ("19th",)),
        ("Jiangsu", ("Jiangsu",)),
        ("Jiangsu is richer", ("Jiangsu",)),
        ("The province of Fujian", ("Fujian",)),
        ("Xi Zhongxun", ("Zhongxun",)),
        ("It has 6G.", ("6", "6G")),
        ("生产关系", ("生产关系",)),
        ("新质生产力 and 六项", ("六项",)),
        ("Hainan", ("Hainan",)),
    ],
)
def test_what_passages_do_not_state_is_named(answer: str, missing: tuple[str, ...]) -> None:
    assert unsupported_facts(answer, GROUND, PROPER) == missing


def test_names_are_left_out_where_every_noun_has_a_capital() -> None:
    assert unsupported_facts("Fünf Ziele in Fujian", GROUND, None) == ()
    assert unsupported_facts("6 Ziele", GROUND, None) == ("6",)


def test_pinyin_is_no_name_beside_its_chinese() -> None:
    assert unsupported_facts("新质生产力 · Xīn zhì Shēngchǎnlì", GROUND, PROPER) == ()


def test_names_are_the_words_that_a_text_writes_with_a_capital_within_sentences() -> None:
    text = "In Harbin they met. Harbin's dock is Long. The long dock. “Why?” asked Wang."
    assert proper_words(text) == {"harbin", "wang"}


@pytest.mark.parametrize(
    ("member", "stands"),
    [
        ("five measures", True),
        ("The Central Economic Work Conference", True),
        ("a capital", True),
        ("AI driven growth", True),
        ("Measures five", False),
        ("capital. Xi", False),  # no member runs over two passages
        ("growth", True),
        ("grow", False),
        ("新质生产力", True),
    ],
)
def test_members_stand_in_a_passage_word_by_word(member: str, stands: bool) -> None:
    assert supports_member(member, GROUND) is stands


@pytest.mark.parametrize(
    ("answer", "stands"),
    [
        ("five measures", True),
        ("It was measured.", True),
        ("Measurable growth of the harbour", True),
        ("Measurable output of the old harbour", False),
        ("The harbour", False),
        ("新质", True),
        ("海港", False),
        ("It is not.", True),  # nothing of it carries anything
        ("", True),
    ],
)
def test_a_third_of_what_carries_an_answer_stands_in_a_passage(answer: str, stands: bool) -> None:
    assert supports_words(answer, GROUND) is stands


@pytest.mark.parametrize(
    ("question", "answer", "given_"),
    [
        ("Which colour has a white horse?", "White.", True),
        ("What do green finance and green policy support?", "Green finance and policy", True),
        ("Who met in the five bureaus?", "The five bureaus", True),
        ("What is 新质生产力 in English?", "新质生产力", True),
        ("Which 5 measures are there?", "Five measures", True),
        ("What are the key technologies of measure 1?", "Key: supplement the chain", False),
        ("Which measure comes first?", "The first one", True),
        ("What is a new productive force?", "New forces of production", False),
        ("What is 新生 in English?", "生新", False),
        ("Who is it?", "It is he.", False),
        ("Which task have weak industries?", "weak industries: supplement", False),
        ("Which task have weak industries?", "task: weak industries", True),
        ("What is needed?", "", False),
    ],
)
def test_an_answer_is_given_away_by_its_words(question: str, answer: str, given_: bool) -> None:
    assert gives_away(question, answer) is given_


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("What must China do?", "must"),
        ("Firms ought to grow.", "ought to"),
        ("They have to go.", "have to"),
        ("Clearly the best one", "clearly"),
        ("What is to be done?", "is to be"),
        ("Of course it grows.", "of course"),
        ("Who “must” go?", ""),
        ("The musty best", ""),
        ("They have two.", ""),
        ("It is the better one.", ""),
        ("", ""),
    ],
)
def test_claims_are_known_by_a_few_marks(text: str, mark: str) -> None:
    assert asserted(text) == mark


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("What must be done, according to the report?", True),
        ("What must be done, says Xi?", True),
        ("What must be done in measure 1 (Qiushi)?", True),
        ("What must be done by People's Daily's list?", True),
        ("What must be done on China.org.cn?", True),
        ("What must China do daily?", False),
        ("What must people do daily?", False),
    ],
)
def test_a_claim_has_an_owner_by_a_verb_or_a_source(text: str, owned: bool) -> None:
    assert attributes(text, NAMES) is owned


@pytest.mark.parametrize(
    ("chinese", "pinyin", "fault"),
    [
        ("新质生产力", "xīn zhì shēngchǎnlì", ""),
        ("西安", "Xī'ān", ""),
        ("绿色", "lǜsè", ""),
        ("绿色", "lu\u0308\u0300se\u0300", ""),
        ("“人工智能+”行动", "réngōng zhìnéng jiā xíngdòng", ""),
        ("花儿", "huār", ""),
        ("妈妈", "māma", ""),
        ("new forces", "", ""),
        ("新质", "", "has no pinyin"),
        ("新质", "xin1 zhi4", "numbers for tones"),
        ("新质", "xin zhi", "no tone marks"),
        ("绿色", "lüse", "no tone marks"),
        ("西安", "xiān", "2 characters"),
        ("新质生产力", "xīn zhì", "5 characters"),
    ],
)
def test_pinyin_has_tone_marks_and_a_syllable_for_each_character(
    chinese: str, pinyin: str, fault: str
) -> None:
    found = pinyin_fault(chinese, pinyin)
    assert fault in found
    assert bool(found) is bool(fault)


@pytest.mark.parametrize(
    ("distractor", "answer", "right"),
    [
        ("In 2024.", "in 2024", True),
        ("In March 2024", "March 2024", True),
        ("b; a", "a; b", True),
        ("a; b; c", "a; b", True),
        ("a", "a; b", False),
        ("1. b; 2. a", "1. a; 2. b", False),
        ("2023", "2024", False),
        ("March", "March 2024", False),
        ("…", "…", True),
        ("…", "!", False),
    ],
)
def test_a_distractor_must_not_say_what_the_answer_says(
    distractor: str, answer: str, right: bool
) -> None:
    assert may_be_right(distractor, answer) is right


TEXTS = st.text() | st.text(alphabet="Aa1 0.,;:?'’“”\"-新质五十月日年āīlü must Xi")


@given(TEXTS, TEXTS, TEXTS)
def test_no_text_is_too_odd_for_any_rule(question: str, answer: str, passage: str) -> None:
    ground = Ground([passage], [name_words(question)])
    unsupported_facts(answer, ground, proper_words(passage))
    supports_member(answer, ground)
    supports_words(answer, ground)
    gives_away(question, answer)
    attributes(asserted(question), [plain_words(answer)] if plain_words(answer) else [])
    pinyin_fault(question, answer)
    may_be_right(question, answer)


@given(TEXTS)
def test_a_text_states_what_it_states(text: str) -> None:
    ground = Ground([text])
    assert unsupported_facts(text, ground, frozenset()) == ()
    assert supports_member(text, ground)
    assert supports_words(text, ground)
    assert may_be_right(text, text)
