"""Questions that are asked as a session asks them, and of which nothing is kept."""

from __future__ import annotations

from nqpf_study.domain.forms import Answer, Judgement, judge
from nqpf_study.domain.review import Rating
from nqpf_study.study.asking import Asked


class Rehearsal:
    """One question after the other. What follows from a rating is for the kind of rehearsal."""

    def __init__(self) -> None:
        self._asked: Asked | None = None
        self._revealed = False
        self._judgement: Judgement | None = None
        self._ask(self.next_question())

    def next_question(self) -> Asked | None:
        """Return the question to ask now, None at the end."""
        raise NotImplementedError

    def take(self, asked: Asked, rating: Rating, judgement: Judgement | None) -> None:
        """Take how a question went; `judgement` is None where its form was given no answer."""
        raise NotImplementedError

    @property
    def asked(self) -> Asked | None:
        """Return the question on the screen, None at the end."""
        return self._asked

    @property
    def revealed(self) -> bool:
        """Tell whether the answer shows."""
        return self._revealed

    @property
    def judgement(self) -> Judgement | None:
        """Return what the form made of the learner's answer, where one was given."""
        return self._judgement

    @property
    def proposed(self) -> Rating:
        """Return the rating that one key accepts: the form's proposal, or Good."""
        return self._judgement.proposed if self._judgement else Rating.GOOD

    def reveal(self) -> None:
        """Show the answer."""
        self._need_asked()
        self._revealed = True

    def answer(self, answer: Answer) -> Judgement:
        """Take an answer and show the right one; the first counts, as in a session.

        Raises ValueError where the card is asked from memory, and for an answer that its form does
        not ask for.
        """
        asked = self._need_asked()
        if asked.task is None:
            raise ValueError("this card is asked from memory")
        judgement = self._judgement or judge(asked.task, answer)
        if not self._revealed:
            self._judgement, self._revealed = judgement, True
        return judgement

    def grade(self, rating: Rating) -> None:
        """Take how well the answer was known, and ask the next question."""
        asked = self._need_asked()
        if not self._revealed:
            raise ValueError("reveal the answer before grading it")
        self.take(asked, rating, self._judgement)
        self._ask(self.next_question())

    def _need_asked(self) -> Asked:
        if self._asked is None:
            raise ValueError("no card is asked")
        return self._asked

    def _ask(self, question: Asked | None) -> None:
        self._asked, self._revealed, self._judgement = question, False, None
