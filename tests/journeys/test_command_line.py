"""The whole way of a learner and of a teacher, from the command line, on an empty data folder."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from nqpf_study.__main__ import main
from nqpf_study.app import Study

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "nqpf_study")

DECK = """\
format: 1
deck:
  id: capitals
  title: Capitals
notes:
  - id: france
    kind: basic
    question: What is the capital of France?
    answer: Paris
  - id: peru
    kind: basic
    question: What is the capital of Peru?
    answer: Lima
  - id: mali
    kind: basic
    question: What is the capital of Mali?
    answer: Bamako
"""
WITH_TROUBLE = """\
format: 1
deck:
  id: capitals
  title: Capitals
notes:
  - id: france
    kind: basic
    question: What is the capital of France?
    anwser: Paris
  - id: peru
    kind: basic
    question: What is the capital of Peru?
    answer: Lima
    passages:
      - source: qiushi
        exact: Lima is the capital of Peru
"""

OWN_SOURCE = DECK.replace(
    "notes:\n",
    """\
sources:
  - {id: trip, title: A trip, publisher: Class 7, published: 2024, file: notes.txt}
notes:
""",
).replace(
    "answer: Lima\n",
    """\
answer: Lima
    passages: [{source: trip, exact: Lima}]
""",
)
SLIPS = """\
format: 1
deck:
  id: capitals
  title: Capitals
notes:
  - id: peru
    kind: basic
    question: Which city of Peru is large?
    passages: [{source: agencies, exact: innovation playing the leading role}]
    answer: Cusco
  - id: horse
    kind: basic
    question: What colour has Napoleon's white horse?
    answer: White
    derived: The question says so.
    passages: [{source: agencies, exact: the traditional economic growth mode}]
"""
WAIVED = "    waive: {given-away: It is a joke.}\n"
LEFT_OUT = """\
format: 1
left_out:
  - source: trip
    exact: Menu
    reason: navigation
  - {source: trip, exact: It rained, reason: other, note: The weather is no matter of ours.}
"""


@dataclass(frozen=True)
class Done:
    """What a command wrote."""

    stdout: str
    stderr: str


@dataclass(frozen=True)
class Terminal:
    """A learner's terminal, in `folder`, with the data folder `home`."""

    home: Path
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        ours = {"NQPF_STUDY_HOME": str(self.home), "PYTHONPATH": str(ROOT)}
        return {**os.environ, **ours}

    def run(self, *arguments: str, typed: str = "", code: int = 0) -> Done:
        """Run a command in this process, with the start and the end that it has in its own."""
        out, err = io.StringIO(), io.StringIO()
        with (
            pytest.MonkeyPatch.context() as patch,
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            patch.setattr("sys.stdin", io.StringIO(typed))
            patch.setenv("COLUMNS", "100")
            try:
                returned: object = main(["--home", str(self.home), *arguments])
            except SystemExit as ended:
                returned = ended.code
        return self._checked(Done(out.getvalue(), err.getvalue()), returned, code)

    def process(self, *command: str, typed: str = "", code: int = 0) -> Done:
        """Run a command in a process of its own."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            input=typed,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return self._checked(Done(done.stdout, done.stderr), done.returncode, code)

    def _checked(self, done: Done, returned: object, code: int) -> Done:
        assert "Traceback" not in done.stderr, done.stderr
        assert returned == code, done.stdout + done.stderr
        return done

    def says(self, *arguments: str, typed: str = "", code: int = 0) -> str:
        return self.run(*arguments, typed=typed, code=code).stdout

    def json(self, *arguments: str, code: int = 0) -> Any:  # noqa: ANN401 - JSON is anything
        return json.loads(self.says(*arguments, "--json", code=code))

    def write(self, text: str) -> str:
        (self.folder / "capitals.yaml").write_text(text, "utf-8")
        return "capitals.yaml"


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    folder = tmp_path / "desk"
    folder.mkdir()
    return Terminal(tmp_path / "home", folder)


def test_a_learner_studies_looks_things_up_and_loses_nothing(terminal: Terminal) -> None:
    assert re.match(r"\d+ cards, about \d+ minutes", terminal.says("due"))
    before = terminal.json("due")
    decks = {deck["id"]: deck["title"] for deck in before["decks"]}
    assert decks["nqpf-terms"] == "Terms"
    assert len(decks) == 4

    said = terminal.says("study", typed="\n4\n\ns\n3\n\n1\nq\n")
    assert "3 grades in about 1 minute, 3 new cards." in said
    assert said.count("»") >= 1
    assert terminal.json("stats")["done"] == {before["today"]: 3}
    by_deck = [sum(terminal.json("stats", "--deck", deck)["done"].values()) for deck in decks]
    assert (sum(by_deck), len(set(by_deck))) == (3, 2)
    assert "seas" in terminal.run("stats", "--deck", "seas", code=1).stderr

    undone = terminal.says("study", typed="u\nq\n")
    assert "Undone: grade of " in undone
    assert terminal.json("stats")["done"] == {before["today"]: 2}

    found = terminal.json("search", "新质生产力")
    card = next(card["id"] for card in found if "新质生产力" in card["answer"])
    passages = terminal.json("source", card)["passages"]
    assert {passage["outcome"] for passage in passages} == {"found"}
    assert f"»{passages[0]['exact'][:20]}" in " ".join(terminal.says("source", card).split())

    assert terminal.says("backup").strip().endswith(".db")
    report = terminal.json("doctor")
    assert report["fine"] is True
    assert report["reviews"] == 3
    assert "every card is where its log puts it" in terminal.says("doctor", "--repair")


def test_a_deck_file_can_be_mended_with_all_progress_kept(terminal: Terminal) -> None:
    file = terminal.write(DECK)
    assert "1 file, 3 notes, 0 errors" in terminal.says("check", file)
    assert "3 added (notes)." in terminal.says("import", file, "--dry-run")
    assert "capitals" not in terminal.says("decks")
    terminal.run("import", file, typed="n\n", code=1)
    assert "capitals" not in terminal.says("decks")
    assert "Imported." in terminal.says("import", file, typed="y\n")

    terminal.says("study", "--deck", "capitals", typed="\n4\n\n4\nq\n")
    (france,) = terminal.json("search", "France", "deck:capitals")
    assert france["state"] == "review"

    file = terminal.write(
        DECK.replace("capital of France", "chief town of France").replace("mali", "malta")
    )
    assert "1 added, 1 changed, 1 retired, 1 unchanged" in terminal.says("import", file, "--yes")
    assert "nothing has changed" in terminal.says("import", file)
    (after,) = terminal.json("search", "France", "deck:capitals")
    assert "chief town" in after["question"]
    assert (after["state"], after["due"]) == (france["state"], france["due"])
    assert terminal.json("stats")["retention"]["reviewed"] == 0


def test_a_practice_test_is_taken_and_printed_and_changes_nothing(terminal: Terminal) -> None:
    before = terminal.run("stats").stdout
    asked = ("practice", "--deck", "nqpf-terms", "--tags", "concept", "--count", "3", "--seed", "4")
    taken = terminal.run(*asked, "--print", "result.html", typed="\n0\n" * 3)
    assert "0 of 3 points (0%). The schedule is as it was." in taken.stdout
    assert "Written to result.html" in taken.stdout
    page = (terminal.folder / "result.html").read_text(encoding="utf-8")
    assert "<h2>By theme</h2>" in page
    assert page.count("<blockquote>") >= 3
    again = terminal.run(*asked, typed="\n2\n" * 3)
    assert "3 of 3 points" in again.stdout
    questions = re.compile(r"Question [0-9] of 3\n\n(.*)")
    assert questions.findall(again.stdout) == questions.findall(taken.stdout)
    assert terminal.run("stats").stdout == before
    terminal.run(*asked, "--paper", "--print", "paper.txt")
    paper = (terminal.folder / "paper.txt").read_text(encoding="utf-8")
    assert "Answers\n-------" in paper
    assert "needs a file" in terminal.run(*asked, "--paper", code=1).stderr
    none = terminal.run("practice", "--search", "nosuchword", code=1)
    assert "There are no cards to ask about." in none.stderr


def test_every_form_can_be_asked_for(terminal: Terminal) -> None:
    for form in ("typed", "list", "order", "match", "fit"):
        asked = terminal.run("study", "--deck", "nqpf-measures", "--form", form, typed="/q\nq\n")
        assert "to go)" in asked.stdout
        assert terminal.run("options", "--form", form).stdout.count(f"this form: {form}.") == 1
        assert json.loads(terminal.run("options", "--json").stdout)["form"] == form


def test_what_the_decks_say_as_a_whole_is_shown(terminal: Terminal) -> None:
    (programme, *_) = terminal.json("explore", "measures")
    assert [measure["number"] for measure in programme["measures"]][:5] == [1, 2, 3, 4, 5]
    events = terminal.json("explore", "timeline")
    firsts = [event["first"] for event in events if event["first"]]
    assert firsts == sorted(firsts)
    provinces = {pledge["province"] for pledge in terminal.json("explore", "provinces")}
    assert {"Guangdong", "Liaoning", "Hainan"} <= provinces
    terms = {term["chinese"]: term for term in terminal.json("explore", "glossary")}
    concept = terms["新质生产力"]
    assert concept["pinyin"] == "xīn zhì shēngchǎnlì"
    assert concept["known"]["stage"] == "unseen"
    assert "xīn zhì shēngchǎnlì [not seen]" in terminal.says("explore", "glossary")
    found = terminal.json("search", f"note:{concept['deck']}/{concept['note']}")
    assert [card["id"] for card in found] == concept["cards"]
    only = terminal.says("explore", "timeline", "--deck", "nqpf-terms")
    assert "No deck has anything for the timeline" in only or "[not seen]" in only
    assert "invalid choice" in terminal.run("explore", "maps", code=2).stderr


def test_decks_leave_for_anki(terminal: Terminal) -> None:
    terminal.says("import", terminal.write(DECK), "--yes")
    said = terminal.says("export", "anki", "out.apkg", "--deck", "capitals")
    assert said == "3 notes written to out.apkg\n"
    assert "collection.anki2" in zipfile.ZipFile(terminal.folder / "out.apkg").namelist()


def test_decks_leave_for_paper(terminal: Terminal) -> None:
    terminal.says("import", terminal.write(DECK), "--yes")
    assert terminal.says("export", "handout", "capitals", "out.txt") == "Written to out.txt\n"
    whole = (terminal.folder / "out.txt").read_text("utf-8")
    terminal.says("export", "handout", "capitals", "out.html", "--only", "questions")
    page = (terminal.folder / "out.html").read_text("utf-8")
    assert "What is the capital of France?\n\nParis\n" in whole
    assert "What is the capital of France?" in page
    assert "Paris" not in page
    refused = terminal.run("export", "handout", "capitals", "out.pdf", code=1).stderr
    assert "Only the window writes PDFs." in refused
    assert not (terminal.folder / "out.pdf").exists()
    assert "no deck “seas”" in terminal.run("export", "handout", "seas", "o.txt", code=1).stderr


def test_a_backup_brings_back_what_was(terminal: Terminal) -> None:
    terminal.says("study", typed="\n4\nq\n")
    backup = terminal.says("backup").strip()
    terminal.says("study", typed="\n4\nq\n")
    day = terminal.json("due")["today"]
    assert terminal.json("stats")["done"] == {day: 2}
    said = terminal.says("restore", backup)
    assert terminal.json("stats")["done"] == {day: 1}
    (kept,) = re.findall(r"kept as (.+)\.$", said.strip())
    terminal.says("restore", kept)
    assert terminal.json("stats")["done"] == {day: 2}


def test_another_machines_reviews_are_brought_in(terminal: Terminal) -> None:
    terminal.says("study", typed="\n4\nq\n")
    terminal.says("backup")
    elsewhere = terminal.folder / "elsewhere"
    terminal.says("--home", str(elsewhere), "study", "--form", "recall", typed="\n4\n\n4\nq\n")
    said = terminal.says("merge", str(elsewhere))
    assert said == "Merged: 2 reviews. 2 cards rebuilt.\n"
    (done,) = terminal.json("stats")["done"].values()
    assert done == 3
    assert terminal.says("merge", str(elsewhere / "collection.db")).startswith("Nothing new")
    assert terminal.json("doctor")["fine"]
    assert "no collection at" in terminal.run("merge", "nowhere.db", code=1).stderr
    foreign = terminal.write("not: a collection")
    assert "not a collection" in terminal.run("merge", foreign, code=1).stderr


def test_a_backlog_is_told_spread_and_taken_back(terminal: Terminal) -> None:
    assert terminal.says("backlog") == "Nothing is late.\n"
    assert "Nothing is late" in terminal.run("backlog", "--over", "7", code=1).stderr
    terminal.says("study", typed="\n4\n" * 6 + "q\n")
    with closing(sqlite3.connect(terminal.home / "collection.db")) as raw:
        raw.execute("UPDATE cards SET due_day = due_day - 100, last_day = last_day - 100")
        raw.commit()
    assert "6 cards late" in terminal.says("backlog")
    assert terminal.json("backlog")["choices"][0]["per_day"] == [6]
    assert "2 cards of them left today" in terminal.says("backlog", "--over", "3")
    assert sum(deck["due"] for deck in terminal.json("due")["decks"]) == 2
    assert terminal.json("backlog", "--now")["plan"]["today"] == 6
    assert terminal.says("backlog", "--undo").startswith("Sessions offer what is due")
    assert "nothing to undo" in terminal.says("backlog", "--undo")


def test_a_deck_prepares_for_an_exam(terminal: Terminal) -> None:
    assert terminal.says("exam") == "No deck prepares for an exam.\n"
    today = date.fromisoformat(terminal.json("due")["today"])
    on = (today + timedelta(days=20)).isoformat()
    draft = terminal.json("exam", "nqpf-timeline", "--date", on, "--target", "0.95", "--dry-run")
    assert draft["expected"] > 0.95
    assert terminal.says("exam") == "No deck prepares for an exam.\n"
    said = terminal.says("exam", "nqpf-timeline", "--date", on, "--target", "0.95")
    assert f"known on {on}" in said
    assert terminal.json("exam") == {"nqpf-timeline": {"date": on, "target": 0.95}}
    new = {deck["id"]: deck["new"] for deck in terminal.json("due")["decks"]}
    assert new["nqpf-timeline"] == draft["days"][today.isoformat()]["new"]
    assert terminal.json("exam", "nqpf-timeline")["days"] == draft["days"]
    for wrong in (("--date", "soon"), ("--date", "2001-01-01")):
        assert terminal.run("exam", "nqpf-timeline", *wrong, code=1).stderr
    terminal.says("exam", "nqpf-timeline", "--clear")
    assert terminal.json("exam") == {}


def test_studying_ahead_counts_and_cramming_does_not(terminal: Terminal) -> None:
    terminal.says("import", terminal.write(DECK), "--yes")
    terminal.says("study", "--deck", "capitals", typed="\n4\n" * 3 + "q\n")
    said = terminal.says("cram", "--deck", "capitals", typed="\n1\n" + "\n\n" * 3)
    assert "3 cards known, 0 left" in said
    assert "Not known at first" in said
    (done,) = terminal.json("stats")["done"].values()
    assert done == 3
    said = terminal.says("study", "--deck", "capitals", "--ahead", "30", typed="\n3\nq\n")
    assert "1 grade" in said
    (done,) = terminal.json("stats")["done"].values()
    assert done == 4


def test_the_forecast_and_the_fit_speak_plainly(terminal: Terminal) -> None:
    told = terminal.json("forecast", "nqpf-timeline", "--days", "60")
    assert told[0]["retention"] < told[-1]["retention"]
    assert told[0]["reviews_a_day"] < told[-1]["reviews_a_day"]
    assert "remembered then" in terminal.says("forecast", "--days", "30")
    assert "a fit takes 400" in terminal.run("fit", code=1).stderr
    assert "a fit takes 400" in terminal.run("fit", "--dry-run", code=1).stderr
    assert "usual parameters" in terminal.says("fit", "--reset")


def test_leeches_are_listed_and_suspended_only_if_asked(terminal: Terminal) -> None:
    assert terminal.says("leeches") == "There are no leeches.\n"
    terminal.says("study", "--form", "choice", typed="1\n1\nq\n")
    with closing(sqlite3.connect(terminal.home / "collection.db")) as raw:
        raw.execute("UPDATE cards SET lapses = 9 WHERE reps > 0")
        raw.commit()
    (leech,) = terminal.json("leeches")
    assert (leech["lapses"], leech["suspended"]) == (9, False)
    said = terminal.says("leeches")
    assert "forgotten 9 times" in said
    for confused in leech["confused"]:
        assert confused["answer"] in " ".join(said.split())
    assert terminal.says("leeches", "--suspend").startswith("1 card suspended")
    assert terminal.json("leeches")[0]["suspended"]
    assert terminal.says("resume", leech["card"]) == "1 card resumed.\n"


def test_options_hold(terminal: Terminal) -> None:
    terminal.says("options", "--deck", "nqpf-terms", "--new-per-day", "3", "--retention", "0.85")
    terminal.says("options", "--zone", "Asia/Shanghai", "--rollover", "5", "--form", "choice")
    kept = terminal.json("options")
    assert (kept["zone"], kept["rollover"], kept["form"]) == ("Asia/Shanghai", 5, "choice")
    assert kept["decks"]["nqpf-terms"]["new_per_day"] == 3
    assert kept["decks"]["nqpf-terms"]["retention"] == 0.85
    assert kept["decks"]["nqpf-timeline"]["new_per_day"] == 10
    due = {deck["id"]: deck["new"] for deck in terminal.json("due")["decks"]}
    assert due["nqpf-terms"] == 3
    wrong = terminal.run("options", "--zone", "Mars/Olympus", code=1)
    assert "no time zone “Mars/Olympus”" in wrong.stderr
    terminal.says("options", "--learning-steps", "5m 1d", "--relearning-steps", "")
    terminal.says("options", "--new-order", "random", "--leech-threshold", "5")
    deck = terminal.json("options")["decks"]["nqpf-timeline"]
    assert (deck["learning_steps"], deck["relearning_steps"]) == ("5m 1d", "")
    assert (deck["new_order"], deck["leech_threshold"]) == ("random", 5)
    assert "5m 1d" in terminal.says("options")
    wrong = terminal.run("options", "--learning-steps", "soon", code=1)
    assert "“soon” is no learning step" in wrong.stderr


def test_cards_set_aside_come_back_when_asked(terminal: Terminal) -> None:
    terminal.says("study", typed="!\nq\n")
    (card,) = terminal.json("search", "is:suspended")
    assert terminal.says("resume", card["id"]) == "1 card resumed.\n"
    assert terminal.json("search", "is:suspended") == []


def test_flags_and_tags_are_given_by_searches_and_leave_with_an_export(terminal: Terminal) -> None:
    found = terminal.json("search", "deck:nqpf-timeline", "march")
    assert terminal.says("flag", "deck:nqpf-timeline", "march") == (
        f"{len(found)} cards found, {len(found)} flagged.\n"
    )
    flagged = terminal.json("search", "is:flagged")
    assert [card["id"] for card in flagged] == [card["id"] for card in found]
    assert terminal.says("flag", "is:flagged", "--off").endswith("lost the flag.\n")
    assert terminal.json("search", "is:flagged") == []
    terminal.says("flag", "deck:nqpf-timeline", "march")
    assert "changed" in terminal.says("tag", "is:flagged", "--add", "Exam", "hard")
    tagged = terminal.json("search", "tag:exam")
    assert all(card["own_tags"] == ["exam", "hard"] for card in tagged)
    assert terminal.json("search", "is:flagged", "or", "tag:exam") == tagged
    assert terminal.json("search", "-tag:exam is:flagged") == []
    assert "0 cards" in terminal.run("search", "--", "-deck:nqpf-timeline", "tag:exam").stderr
    terminal.says("tag", "tag:exam", "--remove", "hard")
    assert terminal.json("search", "tag:hard") == []
    wrong = terminal.run("tag", "march", code=1)
    assert "No tag is named." in wrong.stderr
    package = terminal.home / "exam.apkg"
    said = terminal.says("export", "anki", str(package), "--search", "tag:exam")
    notes = {card["id"].rsplit("/", 1)[0] for card in tagged}
    assert said.startswith(f"{len(notes)} note")
    assert package.stat().st_size > 0


def test_a_deck_with_problems_says_all_of_them_and_imports_nothing(terminal: Terminal) -> None:
    file = terminal.write(WITH_TROUBLE)
    before = terminal.json("decks")
    said = terminal.says("check", file, code=1)
    assert re.search(r"^capitals\.yaml:9:5: [\w-]+: .*anwser.*answer", said, re.MULTILINE)
    assert re.search(r"^capitals\.yaml:\d+:\d+: passage-missing", said, re.MULTILINE)
    problems = terminal.json("check", file, code=1)["files"][0]["problems"]
    assert len(problems) == len(said.strip().splitlines()) - 1

    refused = terminal.run("import", file, "--yes", code=1)
    told = refused.stderr.splitlines()
    assert told[len(problems) :] == ["capitals.yaml has errors.", "Nothing was imported."]
    assert terminal.json("decks") == before


def test_a_teacher_mends_what_the_lints_find_or_says_why_not(terminal: Terminal) -> None:
    file = terminal.write(SLIPS)
    said = terminal.says("check", file)
    assert "capitals.yaml:10:13: warning: unsupported: “Cusco” in the answer" in said
    assert "capitals.yaml:13:15: warning: given-away: " in said
    assert said.endswith("1 file, 2 notes, 0 errors, 2 warnings\n")
    assert terminal.says("check", file, "--strict", code=1) == said
    assert terminal.json("check", file, "--strict", code=1)["warnings"] == 2
    preview = terminal.run("import", file, "--dry-run")
    assert "2 added (notes)." in preview.stdout
    assert preview.stderr == ""  # an import is not linted

    terminal.write(SLIPS.replace("Cusco", "Innovation") + WAIVED)
    said = terminal.says("check", file, "--strict")
    assert said == "1 file, 2 notes, 0 errors, 0 warnings, 1 waived\n"
    assert re.match(
        r"capitals\.yaml:13:15: warning: given-away: .* \[waived: It is a joke\.\]\n",
        terminal.says("check", file, "--strict", "--waived"),
    )
    checked = terminal.json("check", file, "--strict")
    (waived,) = checked["files"][0]["waived"]
    assert (checked["waived"], waived["code"], waived["reason"]) == (
        *(1, "given-away"),
        "It is a joke.",
    )

    terminal.write(SLIPS + WAIVED.replace("given-away", "given-way"))
    assert "did you mean `given-away`?" in terminal.says("check", file, code=1)


def test_what_is_not_there_is_said_with_what_is(terminal: Terminal) -> None:
    assert "There is no deck “nqpf-term”. Did you mean “nqpf-terms”?" in (
        terminal.run("study", "--deck", "nqpf-term", code=1).stderr
    )
    assert "There is no note “x”" in terminal.run("source", "nqpf-terms/x", code=1).stderr
    assert "names no card" in terminal.run("source", "nqpf-terms", code=1).stderr
    assert "nosuch.yaml" in terminal.run("check", "nosuch.yaml", code=1).stdout
    assert terminal.run("restore", "nosuch.db", code=1).stderr
    assert terminal.run("export", "anki", "no/such/folder/out.apkg", code=1).stderr
    assert terminal.run("export", code=2).stderr


def test_looking_works_beside_an_open_window_and_changing_says_why_not(terminal: Terminal) -> None:
    terminal.says("due")
    with Study.open(terminal.home):
        assert "nqpf-terms" in terminal.process(*PROGRAM, "due").stdout
        assert "»" in terminal.process(*PROGRAM, "source", "nqpf-terms/core-hallmark").stdout
        refused = terminal.process(*PROGRAM, "study", typed="\n4\n", code=1)
    assert len(refused.stderr.splitlines()) == 1
    assert "1 grade" in terminal.process(*PROGRAM, "study", typed="\n3\nq\n").stdout


def test_a_kill_in_the_middle_of_a_session_loses_no_grade(terminal: Terminal) -> None:
    terminal.says("due")
    environment = {**terminal.environment, "NQPF_STUDY_TRACE_ACKS": "1"}
    study = [*PROGRAM, "study"]
    with subprocess.Popen(
        study,
        env=environment,
        cwd=terminal.folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as quiz:
        assert quiz.stdin is not None
        assert quiz.stdout is not None
        quiz.stdin.write("\n4\n" * 30)
        quiz.stdin.close()
        acknowledged = 0
        for line in quiz.stdout:
            acknowledged += "ACK " in line
            if acknowledged == 5:
                quiz.kill()
    assert acknowledged >= 5
    report = terminal.json("doctor")
    assert report["fine"] is True
    assert report["reviews"] >= acknowledged


def test_a_closed_pipe_ends_quietly(terminal: Terminal) -> None:
    terminal.says("due")
    search = " ".join((*map(shlex.quote, PROGRAM), "search", "productive"))
    done = terminal.process("bash", "-o", "pipefail", "-c", f"{search} | head -c 1")
    assert "Broken" not in done.stderr


def test_a_teacher_sees_what_no_card_rests_on_until_nothing_is_open(terminal: Terminal) -> None:
    notes = "We rowed to Lima, the capital of Peru.It rained. Bamako is the capital of Mali.\n"
    (terminal.folder / "notes.txt").write_text(f"Menu\n\n{notes}", "utf-8")
    file = terminal.write(OWN_SOURCE)
    said = terminal.says("coverage", file, code=1)
    assert "notes.txt:1: Menu\n" in said
    assert "notes.txt:3: It rained.\n" in said
    assert "Lima" not in said
    assert said.endswith("1 source, 4 sentences: 1 touched, 0 left out, 3 open\n")

    note = "passages: [{source: trip, exact: capital of Mali}]\n"
    terminal.write(OWN_SOURCE.replace("answer: Bamako\n", f"answer: Bamako\n    {note}"))
    coverage = terminal.folder / "coverage.yaml"
    coverage.write_text(LEFT_OUT.replace("navigation", "navigtion"), "utf-8")
    said = terminal.says("coverage", file, code=1)
    assert "coverage.yaml:5:13: unknown-reason: unknown reason “navigtion”" in said
    assert "did you mean navigation?" in said

    coverage.write_text(LEFT_OUT, "utf-8")
    said = terminal.says("coverage", ".", "--share")
    assert "1 navigation, 1 other" in said
    assert "Open" not in said
    assert "notes.txt:3: 12%: We rowed to Lima, the capital of Peru.\n" in said
    told = terminal.json("coverage", "coverage.yaml")
    assert (told["open"], told["errors"], told["problems"]) == (0, 0, [])
    (source,) = told["sources"]
    assert [each["standing"] for each in source["sentences"]] == [
        "left-out",
        "touched",
        "left-out",
        "touched",
    ]
    checked = terminal.run("check", file, "coverage.yaml")
    assert "coverage.yaml is no deck" in checked.stderr
    assert "1 file, 3 notes, 0 errors" in checked.stdout


def test_what_is_covered_cannot_be_told_while_a_deck_has_errors(terminal: Terminal) -> None:
    done = terminal.run("coverage", terminal.write(WITH_TROUBLE), code=1)
    assert done.stdout == ""
    assert "capitals.yaml:9:5: unknown-field" in done.stderr
    assert "what is covered cannot be told" in done.stderr
    (terminal.folder / "empty").mkdir()
    assert "There is no deck file in empty." in terminal.run("coverage", "empty", code=1).stderr
