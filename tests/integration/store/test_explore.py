"""Looking at the decks as a whole: which cards are read, in which order, beside the fake."""

from __future__ import annotations

from nqpf_study.domain.deck import Member, Note
from nqpf_study.domain.review import Act, CardId, Rating
from nqpf_study.study.explore import explore
from nqpf_study.study.knowing import Stage
from tests.fakes.collection import FakeCollection
from tests.integration.store.learner import Learner, basic, deck

TERM = Note("t", "term", {"term": "t", "definition": "d", "chinese": "词", "pinyin": "cí"})
EVENT = Note("e", "event", {"event": "e", "date": "2024-01", "question": "When?"})
TARGET = Note(
    "p",
    "target",
    {
        "province": "Hainan",
        "year": 2024,
        "horizon": "now",
        "question": "Which?",
        "targets": (Member("seeds", "seeds", "What grows?"),),
    },
)
MEASURE = Note("m", "measure", {"number": 1, "of": "the plan", "title": "Work"})


def test_cards_of_some_kinds_come_in_order_note_by_note(learner: Learner) -> None:
    learner.load(deck(TARGET, basic("a"), TERM, EVENT))
    learner.load(deck(MEASURE, TERM, id_="other"))
    learner.load(deck(EVENT, basic("a"), TARGET, TERM))
    found = learner.collection.cards_of_kinds(("term", "event", "target"))
    assert [str(card.id) for card in found] == [
        "terms/e/date",
        "terms/p/targets",
        "terms/p/target-seeds",
        "terms/t/meaning",
        "terms/t/chinese",
        "other/t/meaning",
        "other/t/chinese",
    ]
    assert found == learner.collection.cards([card.key for card in found])


def test_what_left_its_deck_is_not_shown(learner: Learner) -> None:
    learner.load(deck(EVENT, TERM))
    learner.load(deck(MEASURE, id_="other"))
    learner.load(deck(TERM))
    learner.collection.remove_deck("other", learner.clock())
    found = explore(learner.collection, learner.today)
    assert (found.programmes, found.events, len(found.terms)) == ((), (), 1)


def test_an_empty_collection_has_nothing_to_look_at(learner: Learner) -> None:
    found = explore(learner.collection, learner.today)
    assert not any((found.programmes, found.events, found.pledges, found.terms))


def test_how_well_it_is_known_is_read_from_the_cards(learner: Learner) -> None:
    learner.load(deck(EVENT, TERM, MEASURE))
    learner.grade(CardId("terms", "e", "date"), Rating.EASY)
    learner.grade(CardId("terms", "t", "chinese"), Rating.AGAIN)
    learner.set_aside(Act.SUSPEND, CardId("terms", "m", "title"))
    learner.clock.move(days=30)
    found = explore(learner.collection, learner.today)
    known = found.events[0].item.knowing
    assert known.stage is Stage.KNOWN
    assert known.recall is not None
    assert 0.1 < known.recall < 0.95
    assert found.terms[0].item.knowing.stage is Stage.LEARNING
    assert found.programmes[0].measures[0].item.knowing.stage is Stage.SUSPENDED


def test_the_collection_in_memory_answers_alike(learner: Learner) -> None:
    decks = (deck(TARGET, TERM, EVENT), deck(MEASURE, TERM, id_="other"))
    fake = FakeCollection()
    for each in decks:
        learner.load(each)
        fake.add(each, learner.clock())
    kinds = ("measure", "event", "target", "term")
    assert [(card.id, card.note) for card in learner.collection.cards_of_kinds(kinds)] == [
        (card.id, card.note) for card in fake.cards_of_kinds(kinds)
    ]
