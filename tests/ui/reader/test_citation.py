from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from nqpf_study.ui.reader.citation import written_out


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2024-03-07", "7 March 2024"),
        ("2024-03", "March 2024"),
        ("2024", "2024"),
        ("2024-13-40", "2024-13-40"),
        ("spring", "spring"),
        ("", ""),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_a_date_is_written_out_as_far_as_it_is_known(written: str, said: str) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    assert written_out(written) == said
