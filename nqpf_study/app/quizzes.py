"""Asking cards: sessions that count, rounds and tests that don't; and what is done to cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nqpf_study.app.base import SEED_BITS
from nqpf_study.app.looking import Looking
from nqpf_study.domain.errors import Progress, unheard
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.review import Act
from nqpf_study.domain.search_query import parse_query
from nqpf_study.study.setting_aside import set_aside

if TYPE_CHECKING:
    from nqpf_study.study.cramming import Cram
    from nqpf_study.study.marks import MarkChanges, TagInUse, TagsThere
    from nqpf_study.study.practice import Practice
    from nqpf_study.study.session import Session


class Quizzes(Looking):
    """How cards are asked, set aside and marked."""

    def session(
        self, decks: Sequence[str] | None = None, form: FormChoice | None = None
    ) -> Session:
        """Start a sitting over the cards of `decks` (None: all)."""
        from nqpf_study.study.session import Session

        clock, history = self.clock(), self.history
        return Session(
            *(self.collection, self._now, clock, self._random_bits, decks, form), history=history
        )

    def study_ahead(
        self, days: int = 1, decks: Sequence[str] | None = None, form: FormChoice | None = None
    ) -> Session:
        """Start a sitting over what becomes due in the next `days` days; its grades count."""
        from nqpf_study.study.offering import ahead
        from nqpf_study.study.session import Session

        clock, history = self.clock(), self.history
        return Session(
            *(self.collection, self._now, clock, self._random_bits, decks, form, ahead(days)),
            history=history,
        )

    def cram(
        self,
        *,
        decks: Sequence[str] | None = None,
        tags: Sequence[str] = (),
        count: int = 30,
        form: FormChoice | None = None,
    ) -> Cram:
        """Go over up to `count` cards until each was known; schedule and log stay as they are."""
        from nqpf_study.study.cramming import cram
        from nqpf_study.study.practice import Scope

        scope = Scope(day=self.today(), decks=decks, tags=tuple(tags))
        return cram(self.collection, scope, count, self._now, form)

    def practice(
        self,
        *,
        decks: Sequence[str] | None = None,
        tags: Sequence[str] = (),
        search: str = "",
        count: int = 20,
        form: FormChoice | None = None,
        seed: int | None = None,
        progress: Progress = unheard,
    ) -> Practice:
        """Draw a practice test of up to `count` questions; nothing of it is kept.

        The cards are those of `decks` (None: all) that have any of `tags` (none: all) and that
        `search` finds. `form` None lets the forms take turns; the same seed draws the same test.
        """
        from nqpf_study.study.practice import Scope, draw

        scope = Scope(parse_query(search), self.today(), decks, tuple(tags))
        seed = self._random_bits(SEED_BITS) if seed is None else seed
        return draw(self.collection, scope, count, seed, self._now(), form, progress)

    def set_aside(self, keys: Sequence[int], act: Act) -> int:
        """Bury, suspend or resume cards; return how many."""
        clock, bits = self.clock(), self._random_bits
        return set_aside(self.collection, keys, act, self._now, clock, bits, self.history)

    def flag(self, keys: Sequence[int], *, on: bool | None = None) -> MarkChanges:
        """Flag cards or take their flags off; return what changed.

        `on` None takes them off where each of the cards has one, else flags them all.
        """
        from nqpf_study.study.marks import flag

        return flag(self.collection, self.history, self._now, keys, on=on)

    def tag(
        self, keys: Sequence[int], *, add: Sequence[str] = (), remove: Sequence[str] = ()
    ) -> MarkChanges:
        """Put the learner's tags on the notes of cards, take others off; return what changed."""
        from nqpf_study.study.marks import tag

        return tag(self.collection, self.history, self._now, keys, add=add, remove=remove)

    def tags_there(self, keys: Sequence[int]) -> TagsThere:
        """Return the learner's tags on the notes of cards."""
        from nqpf_study.study.marks import tags_there

        return tags_there(self.collection, keys)

    def own_tags(self) -> list[str]:
        """Return the learner's tags that are on any note in use."""
        return self.collection.own_tags()

    def tags_in_use(self) -> list[TagInUse]:
        """Return the tags of all notes in use, the learner's and the deck files', sorted."""
        return self.collection.tags_in_use()
