"""English for users that can still be translated: it remembers what was put into which sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Self

_PLACE = re.compile(r"\{(\w+)\}")


class Phrase(str):
    """A text in English, and the `template` and `values` (by name) that it was made of."""

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, str]

    def __new__(cls, template: str, values: Mapping[str, str]) -> Self:
        """Return `template` with `values` put into it."""
        made = super().__new__(cls, put(template, values))
        made.template = template
        made.values = values
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str, Mapping[str, str]]]:
        return type(self), (self.template, self.values)


def phrase(template: str, /, **values: object) -> Phrase:
    """Return `template` with each {name} in it replaced by the value of that name.

    A value that was itself made by `phrase` stays translatable within the sentence.
    """
    return Phrase(
        template,
        {name: value if isinstance(value, str) else str(value) for name, value in values.items()},
    )


def put(template: str, values: Mapping[str, str]) -> str:
    """Return `template` with its {names} replaced; a name without a value stays as it is."""
    if not values:
        return template
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), template)
