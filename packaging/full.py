"""A full collection: 10,000 cards in two dozen decks, some of long names, studied for months.

All of it is made up, and the same every time: local history, as a society of amateurs would write
it. What a learner did is written into the log as a session would have, day by day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import product
from pathlib import Path
from random import Random
from typing import NamedTuple

from nqpf_study.app import Study
from nqpf_study.domain.entry_ids import EntryIds
from nqpf_study.domain.errors import unheard
from nqpf_study.domain.replay import apply
from nqpf_study.domain.review import Act, CardId, CardStatus, LogEntry, Plan, Rating, State
from nqpf_study.domain.scheduling import retrievability

CARDS = 10_000
DAYS = 120
NEW_A_DAY = 34

DECKS = (
    "Mills and weirs",
    "Railways of the north",
    "Canals",
    "Lighthouses",
    "Parish churches, their towers and their bells",
    "Bridges",
    "Everything that the second year of hydrology is expected to know by heart before the exams",
    "港口与灯塔",
    "Quarries",
    "Market halls",
    "Theatres and cinemas",
    "全国高等院校水文与水资源管理专业本科二年级第二学期期末考试必背知识点汇编（含年份、人物与地名）",
    "Schools",
    "Post offices",
    "Observatories",
    "Reservoirs and dams",
    "Botanical gardens",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
    "Town walls",
    "Printing houses",
    "Hospitals and infirmaries",
    "Glassworks",
)
CHINESE = ("港", "全")
"""How the titles of Chinese decks begin."""

PLACES = (
    *("Aldmouth", "Berrow", "Carn Brea", "Dunmere", "Eastleach", "Farnhill", "Great Orton"),
    *("Holbeck", "Isbister", "Juniper Green", "Kirkandrews-on-Eden", "Langwathby", "Marske"),
    *("Nether Wallop", "Otterburn", "Penrhyn", "Quarrington", "Ravenglass", "Stow-on-the-Wold"),
)
THINGS = (
    *("lower weir", "old mill", "first lock", "signal tower", "market hall", "harbour wall"),
    *("station", "north bridge", "bell tower", "ferry landing", "grammar school", "reading room"),
    *("gasworks", "water tower", "post office", "botanical garden", "theatre", "glasshouse"),
    *("observatory", "printing house", "infirmary", "tannery", "rope walk", "granary"),
    *("pumping station", "customs house"),
)
CHINESE_PLACES = (
    *("青岛", "宁波", "泉州", "天津", "大连", "烟台", "福州", "温州", "湛江", "连云港", "海口"),
    *("秦皇岛", "威海", "厦门", "汕头", "北海", "舟山", "台州", "珠海"),
)
CHINESE_THINGS = (
    *("港口", "灯塔", "船坞", "码头", "海关", "水塔", "铁路", "石桥", "钟楼", "学堂", "剧院"),
    *("植物园", "天文台", "印刷厂", "医院", "邮局", "粮仓", "水库", "市场", "城墙", "堤坝"),
    *("水文站", "泵站", "运河", "气象台", "渔港"),
)
WORDS = {
    "水文": ("shuǐwén", "hydrology"),
    "水利": ("shuǐlì", "waterworks"),
    "气象": ("qìxiàng", "weather"),
    "地质": ("dìzhì", "geology"),
    "港务": ("gǎngwù", "harbour"),
    "铁路": ("tiělù", "railway"),
    "测量": ("cèliáng", "surveying"),
    "海洋": ("hǎiyáng", "ocean"),
}
PLACES_OF_WORK = {
    "站": ("zhàn", "station"),
    "局": ("jú", "office"),
    "所": ("suǒ", "institute"),
    "图": ("tú", "chart"),
    "工程": ("gōngchéng", "engineering"),
}


class Fact(NamedTuple):
    """A note of a made-up deck, and the sentence of its source that it rests on."""

    id: str
    sentence: str
    quotation: str
    fields: Mapping[str, object]


def fill(study: Study, folder: Path) -> datetime:
    """Fill a collection that has the shipped decks; return the evening after the last day."""
    study.set_fits_by_itself(wanted=False)  # it would take many a second at each start
    missing = CARDS - len(study.search(""))
    for at, title in enumerate(DECKS):
        share = (missing - 1) // (len(DECKS) - at) + 1
        before = len(study.search(""))
        path = write_deck(folder, at, title, share)
        preview = study.preview(path)
        if preview.changes is None:
            raise ValueError(f"{path}: {preview.checked.problems}")
        study.collection.write_changes(
            preview.changes, preview.checked.documents, study.now(), unheard
        )
        missing -= len(study.search("")) - before
    return _study(study, Random(5))  # noqa: S311 - no secret


def write_deck(folder: Path, at: int, title: str, cards: int) -> Path:
    """Write the deck of that number, with its source beside it; it has at least so many cards."""
    name = f"made-up-{at + 1}"
    chinese = title.startswith(CHINESE)
    facts = list(_facts(Random(at), cards, chinese=chinese, first=at == 0))  # noqa: S311
    source = folder / f"{name}.txt"
    source.write_text("\n\n".join(fact.sentence for fact in facts), encoding="utf-8")
    notes = [
        {
            "id": fact.id,
            **fact.fields,
            "tags": [f"theme-{number % 12 + 1}"],
            "passages": [{"source": name, "exact": fact.quotation}],
        }
        for number, fact in enumerate(facts)
    ]
    deck = {
        "format": 1,
        "deck": {"id": name, "title": title, "language": "zh-Hans" if chinese else "en"},
        "sources": [
            {
                "id": name,
                "title": f"《{title}》资料选编" if chinese else f"{title}: a gazetteer",
                "publisher": "港口史学会" if chinese else "Society for Local History",
                "published": str(2001 + at),
                "file": source.name,
                "language": "zh-Hans" if chinese else "en",
            }
        ],
        "notes": notes,
    }
    path = folder / f"{name}.yaml"
    path.write_text(json.dumps(deck, ensure_ascii=False), encoding="utf-8")  # YAML as well
    return path


def _facts(random: Random, cards: int, *, chinese: bool, first: bool) -> Iterator[Fact]:
    things = list(product(CHINESE_THINGS, CHINESE_PLACES) if chinese else product(THINGS, PLACES))
    random.shuffle(things)
    if first:
        yield from _measures()
        yield from _pledges(random)
        yield from _terms()
    for number, (thing, place) in enumerate(things[:cards]):
        year = random.randrange(1750, 2020)
        if chinese:
            yield _chinese(f"n{number}", place, thing, year)
        elif number % 7 == 0:
            yield _event(f"n{number}", place, thing, year, random.randrange(1, 13))
        else:
            yield _basic(f"n{number}", place, thing, year, random)


def _basic(id_: str, place: str, thing: str, year: int, random: Random) -> Fact:
    why = random.choice(("a fire", "a flood", "a gift of the town", "ten years of dispute"))
    built = f"The {thing} at {place} was built in {year}, after {why}"
    asked, answer = random.choice(
        (
            (f"When was the {thing} at {place} built?", f"In {year}"),
            (f"After what was the {thing} at {place} built?", f"After {why}"),
            (f"Which building came to {place} in {year}, after {why}?", f"The {thing}"),
        )
    )
    fields = {"kind": "basic", "question": asked, "answer": answer}
    return Fact(id_, f"{built}; its records are kept in the town hall.", built, fields)


def _chinese(id_: str, place: str, thing: str, year: int) -> Fact:
    built = f"{place}{thing}建于{year}年"
    fields = {"kind": "basic", "question": f"{place}{thing}建于哪一年？", "answer": f"{year}年"}
    return Fact(id_, f"{built}，历经多次修缮，至今仍在使用。", built, fields)


def _event(id_: str, place: str, thing: str, year: int, month: int) -> Fact:
    date = f"{year}-{month:02}"
    opened = f"The {thing} at {place} opened in {datetime(year, month, 1):%B %Y}"  # noqa: DTZ001
    fields = {
        "kind": "event",
        "event": f"The {thing} at {place} opens",
        "date": date,
        "question": f"When did the {thing} at {place} open?",
    }
    return Fact(id_, f"{opened}, before a large crowd.", opened, fields)


def _measures() -> Iterator[Fact]:
    for number, place in enumerate(PLACES[:12], 1):
        parts = [f"a survey of the {thing}" for thing in THINGS[number : number + 5]]
        title = f"Keep the buildings of {place} in use"
        fields: dict[str, object] = {
            "kind": "measure",
            "number": number,
            "of": "the twelve measures of the society",
            "title": title,
            "parts": parts,
        }
        yield Fact(f"measure-{number}", f"{title}: {', '.join(parts)}.", title, fields)


def _pledges(random: Random) -> Iterator[Fact]:
    for place, horizon in product(PLACES, ("now", "future")):
        things = random.sample(THINGS, 4)
        pledged = f"{place} pledged, for {horizon}, to restore its {', its '.join(things)}"
        fields: dict[str, object] = {
            "kind": "target",
            "province": place,
            "year": 2024,
            "horizon": horizon,
            "targets": things,
            "question": f"What did {place} pledge to restore, for {horizon}?",
        }
        id_ = f"pledge-{PLACES.index(place)}-{horizon}"
        yield Fact(id_, f"{pledged}.", pledged, fields)


def _terms() -> Iterator[Fact]:
    for (field, of), (place, where) in product(WORDS.items(), PLACES_OF_WORK.items()):
        term = f"{of[1]} {where[1]}"
        said = f"The {term} keeps what was measured and drawn in the matter of {of[1]}"
        fields: dict[str, object] = {
            "kind": "term",
            "term": term,
            "definition": f"Where what was measured in the matter of {of[1]} is kept",
            "chinese": field + place,
            "pinyin": f"{of[0]} {where[0]}",
        }
        yield Fact(f"term-{term.replace(' ', '-')}", f"{said}.", said, fields)


def _study(study: Study, random: Random) -> datetime:
    """Write what a learner did into the log: every evening what is due, and some new cards."""
    cards = [card.id for card in study.cards(study.search(""))]
    random.shuffle(cards)
    plan = {deck: options.plan for deck, options in study.deck_options().items()}
    ids = EntryIds(random.getrandbits)
    known: dict[CardId, CardStatus] = {}
    clock, first = study.clock(), study.now()
    unseen = iter(cards)
    for evening in (first + timedelta(days=day) for day in range(DAYS)):
        today, at = clock.day(evening), evening
        waiting: list[tuple[datetime, int, CardId]] = []
        due = [card for card, status in known.items() if (status.memory.due_day or 0) <= today]
        for card in (*due, *(card for card, _ in zip(unseen, range(NEW_A_DAY), strict=False))):
            heappush(waiting, (evening, len(waiting), card))
        acts = []
        while waiting:
            ready, place, card = heappop(waiting)
            at = max(at + timedelta(seconds=random.lognormvariate(1.9, 0.5)), ready)
            before = known.get(card, CardStatus())
            entry = LogEntry(
                ids.next(at),
                card,
                Act.GRADE,
                at,
                today,
                state=before.memory.state,
                rating=_rating(before, today, plan[card.deck], random),
                form="recall",
                duration=int(random.lognormvariate(8.8, 0.5)),
                plan=plan[card.deck],
            )
            known[card] = after = apply(before, entry)
            acts.append((entry, after))
            if after.memory.due_at is not None:
                heappush(waiting, (after.memory.due_at, place, card))
        study.collection.record_all(acts)
    return first + timedelta(days=DAYS)


def _rating(status: CardStatus, today: int, plan: Plan, random: Random) -> Rating:
    memory = status.memory
    chance = 0.75 if memory.state is State.NEW else 0.9
    if memory.state is State.REVIEW:
        chance = retrievability(memory, today, plan)
    if random.random() > chance:
        return Rating.AGAIN
    ratings: Sequence[Rating] = (Rating.HARD, Rating.GOOD, Rating.EASY)
    return random.choices(ratings, (2, 13, 2))[0]
