from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from nqpf_study import paths
from nqpf_study.content.manifest import read_manifest
from nqpf_study.content.problems import Code
from nqpf_study.domain.errors import BadInput
from nqpf_study.study.lookup import text_proper


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    """Return a copy of the shipped manifest with its texts, to be spoilt."""
    shipped = paths.manifest().parent
    for file in shipped.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path / "manifest.yaml"


def refusal(path: Path) -> BadInput:
    with pytest.raises(BadInput) as refused:
        read_manifest(path)
    return refused.value


def test_the_five_sources_come_byte_for_byte() -> None:
    documents = read_manifest(paths.manifest())
    assert [document.source.id for document in documents] == [
        "china-org-cn",
        "agencies",
        "china-daily",
        "peoples-daily",
        "qiushi",
    ]
    for document in documents:
        data = (paths.manifest().parent / document.source.file).read_bytes()
        assert document.text is not None
        assert document.text.encode() == data
        assert document.source.sha256 == hashlib.sha256(data).hexdigest()


def test_each_source_says_which_part_is_the_text_proper() -> None:
    for document in read_manifest(paths.manifest()):
        proper = text_proper(document)
        assert document.text is not None
        assert document.source.begins
        assert document.source.ends
        assert 0 < proper.end - proper.start < len(document.text)


def test_a_changed_source_is_refused_with_its_name_and_line(manifest: Path) -> None:
    with (manifest.parent / "qiushi.txt").open("ab") as file:
        file.write(b" ")
    error = refusal(manifest)
    (problem,) = error.problems
    assert problem.code == Code.SOURCE_CHANGED
    line = manifest.read_text("utf-8").splitlines()[problem.line - 1]
    assert line[problem.column - 1 :].startswith("6a6315cb")
    assert error.what == "The sources of the decks are not as they were published."


def test_a_line_end_is_a_change_too(manifest: Path) -> None:
    text = manifest.parent / "agencies.txt"
    text.write_bytes(text.read_bytes().replace(b"\n", b"\r\n"))
    assert [problem.code for problem in refusal(manifest).problems] == [Code.SOURCE_CHANGED]


def test_a_missing_source_comes_without_its_text(manifest: Path) -> None:
    (manifest.parent / "qiushi.txt").unlink()
    documents = {document.source.id: document for document in read_manifest(manifest)}
    assert len(documents) == 5
    assert documents["qiushi"].text is None
    assert documents["qiushi"].source.publisher == "Qiushi"
    assert documents["agencies"].text is not None


@pytest.mark.parametrize(
    ("replaced", "by", "code"),
    [
        ("    sha256: 03bec", "    # 03bec", Code.MISSING_FIELD),
        ("begins: Developing new", "begins: Undeveloping new", Code.PASSAGE_MISSING),
        ("sources:", "source:", Code.UNKNOWN_FIELD),
        ("id: agencies", "id: qiushi", Code.DUPLICATE_SOURCE),
        ("file: agencies.txt", "file: ../agencies.txt", Code.SOURCE_OUTSIDE),
        ("sources:", "sources: [", Code.SYNTAX),
    ],
)
def test_a_spoilt_manifest_is_refused(manifest: Path, replaced: str, by: str, code: Code) -> None:
    content = manifest.read_text("utf-8")
    assert replaced in content
    manifest.write_text(content.replace(replaced, by), "utf-8")
    assert [problem.code for problem in refusal(manifest).problems] == [code]


def test_a_missing_manifest_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path / "manifest.yaml")
    assert [problem.code for problem in error.problems] == [Code.UNREADABLE]
    assert error.mend


def test_documents_know_nothing_of_their_folder(manifest: Path) -> None:
    assert read_manifest(manifest) == read_manifest(paths.manifest())
