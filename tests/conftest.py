"""What holds for every test: own folders, no screen, no network, no unexpected word in the log."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "en"  # the system's language is the window's

settings.register_profile("here", deadline=None)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    print_blob=True,
    phases=set(Phase) - {Phase.shrink, Phase.explain},  # minutes that belong at a desk
)
settings.load_profile("ci" if os.environ.get("CI") else "here")

_LOCAL_FAMILY = 1  # AF_UNIX; every other family could leave the machine
_opened_sockets: list[int] = []


def _refuse_network(event: str, args: tuple[object, ...]) -> None:
    if event == "socket.__new__":
        family = args[1]
        if isinstance(family, int) and family != _LOCAL_FAMILY:
            _opened_sockets.append(family)
            raise PermissionError("the app has no network, and neither have its tests")


sys.addaudithook(_refuse_network)


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.name}: {record.levelname}: {record.getMessage()}")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "logs(pattern): the test must log warnings, all of which fit the pattern"
    )


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test out of the data of whoever runs it."""
    monkeypatch.setenv("NQPF_STUDY_HOME", str(tmp_path / "home"))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "xdg"))


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """Fail a test that opened a socket, even where it swallowed the refusal."""
    _opened_sockets.clear()
    yield
    assert not _opened_sockets, f"sockets of families {_opened_sockets} were opened"


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test on a warning in the log that its `logs` marker does not expect."""
    heard = _Heard()
    root = logging.getLogger()
    root.addHandler(heard)
    yield
    root.removeHandler(heard)
    marker = request.node.get_closest_marker("logs")
    if marker is None:
        assert not heard.said, "logged: " + "; ".join(heard.said)
    else:
        assert heard.said, "nothing was logged"
        odd = [said for said in heard.said if not re.search(marker.args[0], said)]
        assert not odd, "logged: " + "; ".join(odd)
