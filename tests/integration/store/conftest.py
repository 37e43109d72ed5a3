from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.store.learner import Learner


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    """A learner with an empty collection."""
    someone = Learner(tmp_path / "home")
    yield someone
    someone.collection.close()
