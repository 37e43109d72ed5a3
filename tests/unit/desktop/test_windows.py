"""What is written into the registry, on a registry in memory; never tried on Windows itself."""

from __future__ import annotations

from pathlib import Path

from nqpf_study.desktop.windows import associate, dissociate, is_associated

CLASSES = r"Software\Classes"


class MemoryRegistry:
    """Keys with their texts by name."""

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, str]] = {}
        self.announced = 0

    def write(self, key: str, name: str, value: str) -> None:
        self.keys.setdefault(key, {})[name] = value

    def has(self, key: str) -> bool:
        return key in self.keys

    def remove_value(self, key: str, name: str) -> bool:
        return self.keys.get(key, {}).pop(name, None) is not None

    def remove_key(self, key: str) -> bool:
        below = [other for other in self.keys if other == key or other.startswith(key + "\\")]
        for other in below:
            del self.keys[other]
        return bool(below)

    def announce(self) -> None:
        self.announced += 1


def written() -> MemoryRegistry:
    registry = MemoryRegistry()
    command = (r"C:\Program Files\NQPF Study\nqpf-study.exe",)
    associate(registry, command, Path("icon.ico"))
    return registry


def test_the_command_opens_the_file_that_was_chosen() -> None:
    command = written().keys[rf"{CLASSES}\NQPFStudy.Deck\shell\open\command"][""]
    assert command == r'"C:\Program Files\NQPF Study\nqpf-study.exe" "%1"'


def test_it_is_offered_for_the_endings_and_is_the_usual_program_for_none() -> None:
    keys = written().keys
    offers = {key: names for key, names in keys.items() if key.endswith("OpenWithProgids")}
    assert offers == {
        rf"{CLASSES}\.yaml\OpenWithProgids": {"NQPFStudy.Deck": ""},
        rf"{CLASSES}\.yml\OpenWithProgids": {"NQPFStudy.Deck": ""},
        rf"{CLASSES}\.zip\OpenWithProgids": {"NQPFStudy.Package": ""},
    }
    assert not {rf"{CLASSES}\{ending}" for ending in (".yaml", ".yml", ".zip")} & keys.keys()


def test_removing_leaves_what_other_programs_wrote() -> None:
    registry = written()
    assert is_associated(registry)
    other = rf"{CLASSES}\.yaml\OpenWithProgids"
    registry.write(other, "Editor.File", "")
    removed = dissociate(registry)
    assert not is_associated(registry)
    assert other in removed
    assert {key: names for key, names in registry.keys.items() if names} == {
        other: {"Editor.File": ""}
    }
    assert registry.announced == 2
    assert dissociate(registry) == ()
