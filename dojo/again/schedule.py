"""When to repeat a kata: what was measured of its rounds gives grades, and FSRS makes dates of them.

Nothing of this is stored: the dates follow from the journal each time they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fsrs import Card, Rating, Scheduler

from dojo.again.rounds import Round
from dojo.course import Kata

# A kata takes half an hour or more. FSRS's usual 0.9, made for cards of some seconds, would ask for it after two days;
# with 0.8 a good round is repeated after about a week, then after months.
_SCHEDULER = Scheduler(desired_retention=0.8, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


@dataclass(frozen=True)
class Repeat:
    """When a kata that was passed is to be repeated.

    Args:
        kata: the kata.
        last: its last round that became green.
        grade: how well that went.
        due: when to repeat it, in UTC.
        chance: FSRS's estimate, 0 to 1, that it would go well now.
    """

    kata: Kata
    last: Round
    grade: Rating
    due: datetime
    chance: float


def grade(round_: Round, minutes: int | None) -> Rating:
    """Return how well a round went: the worst that one of these says of it.

    |                        | Easy      | Good     | Hard   | Again    |
    |------------------------|-----------|----------|--------|----------|
    | time / lesson's time   | up to 1/3 | up to 1  | more   |          |
    | hints for each step    | none      | up to 1  | up to 2| more     |
    | wrong runs, each step  | up to 1   | up to 3  | more   |          |
    | answers read           | no        |          |        | yes      |

    Without a measured time, or where the lesson names none, it is Good at best: nobody knows whether it was quick.

    Args:
        round_: a round that became green.
        minutes: how long the lesson says that the kata takes.
    """
    steps = max(round_.n_steps, 1)
    share = round_.seconds / 60 / minutes if round_.seconds and minutes else None
    return min(
        Rating.Good if share is None else _by(share, 1 / 3, 1),
        _by(round_.hints / steps, 0, 1, 2),
        _by(round_.wrong_runs / steps, 1, 3),
        Rating.Again if round_.answers else Rating.Easy,
    )


def _by(value: float, *limits: float) -> Rating:
    """Return Easy up to the first limit, and one grade less for each that is exceeded."""
    return Rating(Rating.Easy - sum(value > limit for limit in limits))


def repeat(kata: Kata, rounds: Iterable[Round], now: datetime) -> Repeat | None:
    """Return when to repeat a kata, None if it was never passed.

    Args:
        kata: the kata.
        rounds: all at it, oldest first.
        now: the time, with a zone.
    """
    passed = [each for each in rounds if each.green]
    if not passed:
        return None
    now, card, last_time = now.astimezone(UTC), Card(card_id=0), datetime.min.replace(tzinfo=UTC)
    for each in passed:
        # A clock may have been wrong: time goes forward, and no further than now.
        last_time = max(last_time, min(each.green.astimezone(UTC), now))
        card, _ = _SCHEDULER.review_card(card, grade(each, kata.minutes), last_time)
    last = passed[-1]
    # A date in the future would be put off for ever: nobody knows when that was.
    due = now if last.green - now > timedelta(days=1) else card.due
    chance = _SCHEDULER.get_card_retrievability(card, now)
    return Repeat(kata, last, grade(last, kata.minutes), due, chance)
