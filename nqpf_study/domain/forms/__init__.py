"""How a card is asked: each form makes a task of a card and judges what is answered to it."""

from nqpf_study.domain.forms.accepted import Accepted, Wording, accepted_for
from nqpf_study.domain.forms.choice import FEWEST_OPTIONS, OPTIONS, Choice, choice_of
from nqpf_study.domain.forms.cloze import Cloze, cloze_of
from nqpf_study.domain.forms.difference import Run, RunKind, difference
from nqpf_study.domain.forms.fit import CHOSEN, STAGES, Fit, FitReason, Stage, Wish, fitted, wish
from nqpf_study.domain.forms.form import Form, Prompt
from nqpf_study.domain.forms.judgement import Confusion, Judgement, Mark, Part, Reason
from nqpf_study.domain.forms.listing import Listing, listing_of
from nqpf_study.domain.forms.match import Match, match_of
from nqpf_study.domain.forms.order import Order, order_of
from nqpf_study.domain.forms.tasks import Answer, Task, judge, task_of
from nqpf_study.domain.forms.typed import Typed, typed_of

__all__ = [
    "CHOSEN",
    "FEWEST_OPTIONS",
    "OPTIONS",
    "STAGES",
    "Accepted",
    "Answer",
    "Choice",
    "Cloze",
    "Confusion",
    "Fit",
    "FitReason",
    "Form",
    "Judgement",
    "Listing",
    "Mark",
    "Match",
    "Order",
    "Part",
    "Prompt",
    "Reason",
    "Run",
    "RunKind",
    "Stage",
    "Task",
    "Typed",
    "Wish",
    "Wording",
    "accepted_for",
    "choice_of",
    "cloze_of",
    "difference",
    "fitted",
    "judge",
    "listing_of",
    "match_of",
    "order_of",
    "task_of",
    "typed_of",
    "wish",
]
