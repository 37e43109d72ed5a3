"""Whatever stands in a deck file, reading it ends with a deck or with plain words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nqpf_study.content import yaml_tree
from nqpf_study.content.deck_file import ReadDeck, read_deck
from nqpf_study.domain.errors import Level
from tests.integration.content.conftest import Read, document
from tests.integration.content.test_deck_file import HEAD, WHOLE

NOTE = "  - {id: n, kind: basic, question: Q, answer: A}\n"
LAUGHS = "a0: &a0 [lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
HOSTILE: dict[str, str | bytes] = {
    "opening brackets": "[" * 100_000,
    "opening braces": "{" * 100_000,
    "opening brackets in a note": HEAD + "  - " + "[" * 100_000,
    "dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "brackets that close": "[" * 20_000 + "]" * 20_000,
    "growing indentation": "".join(" " * n + "a:\n" for n in range(500)),
    "billion laughs": LAUGHS,
    "billion laughs in a note": HEAD + "  - id: n\n    tags:\n" + LAUGHS.replace("a", "      a", 1),
    "merges": "a: &a {b: c}\n" + "".join(f"x{n}:\n  <<: *a\n" for n in range(5_000)),
    "python tags": "!!python/object/apply:os.system ['true']",
    "a python name": HEAD + "  - !!python/name:os.system\n",
    "a tag shorthand": "%TAG ! tag:yaml.org,2002:python/\n---\n!object:os.system {}\n",
    "a huge key": '? "' + "k" * 2_000_000 + '"\n: v\n',
    "a huge plain key": "k" * 2_000_000 + ": v\n",
    "a huge text": "format: " + "x" * 5_000_000,
    "a huge number": "format: " + "9" * 100_000,
    "a huge id": HEAD + f"  - {{id: {'a' * 1_000_000}, kind: {'b' * 1_000_000}}}\n",
    "a huge date": HEAD + NOTE.replace("answer", f"as_of: {'2' * 100_000}, answer"),
    "a huge gap number": HEAD + "  - {id: n, kind: cloze, text: '{{c" + "1" * 100_000 + "::x}}'}\n",
    "open gaps": HEAD + "  - {id: n, kind: cloze, text: '" + "{{c1::" * 50_000 + "'}\n",
    "many fields of one name": HEAD + "  - id: n\n" + "    answer: A\n" * 20_000,
    "many unknown fields": "".join(f"field-{n}: x\n" for n in range(20_000)),
    "many misspelt fields": HEAD
    + "  - id: n\n"
    + "".join(f"    answ{n}: x\n" for n in range(10_000)),
    "many notes of one id": HEAD + NOTE * 4_000,
    "many unknown sources": HEAD
    + "  - id: n\n    kind: basic\n    question: Q\n    answer: A\n    passages:\n"
    + "".join(f"      - {{source: s{n}, exact: e}}\n" for n in range(4_000)),
    "many missing passages": HEAD
    + "  - id: n\n    kind: basic\n    question: Q\n    answer: A\n    passages:\n"
    + "".join(f"      - {{source: essay, exact: The first {n}}}\n" for n in range(4_000)),
    "many number signs": HEAD + NOTE.replace("A}", "A " + "# " * 500_000),
    "many lines of comments": "# nothing # at all\n" * 50_000,
    "many line ends": "format: 1\n" + "\n" * 1_000_000,
    "old line ends": WHOLE.replace("\n", "\r"),
    "line separators": WHOLE.replace("\n", "\u2028"),
    "many documents": "---\n" * 100_000,
    "many directives": "%FOO bar\n" * 50_000,
    "null bytes": b"\0" * 100_000,
    "null bytes within": WHOLE.encode().replace(b"Innovation", b"Inno\0vation"),
    "every byte": bytes(range(256)),
    "invalid UTF-8": WHOLE.encode() + b"\xc3\x28",
    "a surrogate in UTF-8": WHOLE.encode() + b"# \xed\xa0\x80\n",
    "an escaped surrogate": HEAD + NOTE.replace("question: Q", 'question: "\\ud800"'),
    "an escape beyond Unicode": HEAD + NOTE.replace("question: Q", 'question: "\\U00110000"'),
    "an escaped bell": HEAD + NOTE.replace("question: Q", 'question: "\\a"'),
    "UTF-16": WHOLE.encode("utf-16"),
    "UTF-16 without a mark": WHOLE.encode("utf-16-le"),
    "UTF-32": WHOLE.encode("utf-32"),
    "marks for bytes order": "\ufeff" * 1000,
    "a zip file": b"PK\x03\x04" + bytes(1000),
    "tabs": WHOLE.replace("  ", "\t"),
    "an open quotation mark": WHOLE.replace('"2024-03"', '"2024-03'),
    "a sequence where a mapping is due": "- - - - 1\n",
    "a lone text": "deck",
    "a lone alias": "*deck",
    "a question mark": "?",
    "a percent sign": "%",
    "a lone quotation mark": '"',
}


@pytest.fixture(params=["C", "Python"])
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "Python":
        monkeypatch.setattr(yaml_tree, "_Loader", yaml.SafeLoader)


def assert_plain(found: ReadDeck) -> None:
    errors = [problem for problem in found.problems if problem.level is Level.ERROR]
    assert (found.deck is None) == bool(errors)
    for problem in found.problems:
        assert problem.line >= 0
        assert problem.column >= 0
        assert problem.message
        assert len(str(problem)) < 1000
        assert len(str(problem).splitlines()) == 1


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_plain_words(name: str, read: Read) -> None:
    found = read(HOSTILE[name])
    assert_plain(found)
    assert found.problems or found.deck


SMALL = [name for name, content in HOSTILE.items() if len(content) < 50_000]


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize("name", SMALL)
def test_a_hostile_file_gets_plain_words_from_either_parser(name: str, read: Read) -> None:
    assert_plain(read(HOSTILE[name]))


@pytest.mark.usefixtures("_either_parser")
def test_either_parser_reads_the_same_deck(read: Read) -> None:
    assert read(WHOLE).deck is not None
    assert read(WHOLE).problems == ()
    assert [(p.line, p.column) for p in read(WHOLE.replace("term: i", "trem: i")).problems] == [
        (14, 5)
    ]


many = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


def read_bytes(folder: Path, content: bytes) -> ReadDeck:
    path = folder / "deck.yaml"
    path.write_bytes(content)
    return read_deck(path, {"essay": document("essay", "The first and the last.")})


@many
@given(content=st.binary(max_size=200))
def test_any_bytes_get_plain_words(tmp_path: Path, content: bytes) -> None:
    assert_plain(read_bytes(tmp_path, content))


@many
@given(
    content=st.lists(
        st.sampled_from(
            [*"-:?,[]{}#&*!|>'\"%@`\\ \n\t", "\n  ", "- ", ": ", "id", "新", "notes:\n"]
        )
    ).map("".join)
)
def test_any_yaml_gets_plain_words(tmp_path: Path, content: str) -> None:
    assert_plain(read_bytes(tmp_path, content.encode()))
    assert_plain(read_bytes(tmp_path, (HEAD + "  - id: " + content).encode()))


@many
@given(
    at=st.integers(0, len(WHOLE)),
    gone=st.integers(0, 30),
    put=st.text(max_size=5)
    | st.sampled_from(["\n", "\n  ", "\t", ": ", "- ", " #", "[", "*", "'"]),
)
def test_a_spoilt_deck_gets_plain_words(tmp_path: Path, at: int, gone: int, put: str) -> None:
    content = WHOLE[:at] + put + WHOLE[at + gone :]
    assert_plain(read_bytes(tmp_path, content.encode("utf-8", "surrogatepass")))


@many
@given(order=st.permutations(WHOLE.splitlines(keepends=True)))
def test_a_shuffled_deck_gets_plain_words(tmp_path: Path, order: list[str]) -> None:
    assert_plain(read_bytes(tmp_path, "".join(order).encode()))
