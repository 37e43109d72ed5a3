from __future__ import annotations

import pytest

from nqpf_study import paths
from nqpf_study.ui.guide.unfolding import unfolded

TABLE = """\
Before.

| field | needed | holds | what for |
|---|---|---|---|
| `id` | yes | id | The note's identity. |
| `tags` |  | list | Words to find it by. |

After | all.
"""


def test_a_row_of_many_columns_is_an_item_and_names_its_cells() -> None:
    assert (
        unfolded(TABLE)
        == """\
Before.

- `id` · needed: yes · holds: id · The note's identity.
- `tags` · holds: list · Words to find it by.

After | all.
"""
    )


def test_names_of_columns_have_a_colon_of_their_own_script() -> None:
    table = "| 字段 | 必填 | 用途 |\n|---|---|---|\n| `id` | 是 | 笔记的身份。 |"
    assert unfolded(table) == "- `id` · 必填：是 · 笔记的身份。"


@pytest.mark.parametrize(
    "page",
    [
        "No table | here.",
        "| code | meaning |\n|---|---|\n| `x` | two columns have room |",
        "| one | two | three |",
    ],
)
def test_all_else_stays(page: str) -> None:
    assert unfolded(page) == page


@pytest.mark.parametrize("chinese", [False, True])
def test_nothing_of_the_guide_is_lost(*, chinese: bool) -> None:
    page = paths.guide(chinese=chinese).read_text("utf-8")
    done = unfolded(page)
    assert done != page
    rows = [line.strip("| ") for line in page.splitlines() if line.startswith("| `")]
    assert len(rows) > 20
    assert all(row.split("|")[-1].strip() in done for row in rows)
    assert [line for line in page.splitlines() if line.startswith("#")] == [
        line for line in done.splitlines() if line.startswith("#")
    ]
