"""Who drives, who is next, and when the keyboard goes on: the rules of a pair, and what is known of its turns."""

from __future__ import annotations

from dataclasses import dataclass, field

from dojo.pair.person import Person

DONE = "✓"
MINUTES = 7.0  # how long a turn is where nobody says otherwise
_MOST_OVERTIME = 120.0  # seconds after the end of a turn in which a green step is waited for


@dataclass
class Turn:
    """What one person did at the keyboard.

    Args:
        driver: who.
        seconds: how long.
        green: `NN_slug.step` of each step that was made green and had not been before.
        hints: how many hints were asked for.
    """

    driver: Person
    seconds: float = 0.0
    green: list[str] = field(default_factory=list)
    hints: int = 0


@dataclass
class Session:
    """People who take turns.

    Args:
        people: in the order of their turns; the first drives, the second navigates.
        kata: name of the kata they are at.
        branch: where hand-overs are committed.
        minutes: how long a turn is.
        is_ping_pong: whether the keyboard goes on at each green step.
        remote: where hand-overs are pushed to, None for nowhere.
        begun: the day and the time, for people.
        past: the turns that are over.
        green: kata -> the steps that have been green.
        rests: why no time runs, "" while it does.
        turn: the one that goes on; None for a new one of who drives.
    """

    people: list[Person]
    kata: str
    branch: str
    minutes: float = MINUTES
    is_ping_pong: bool = False
    remote: str | None = None
    begun: str = ""
    past: list[Turn] = field(default_factory=list)
    green: dict[str, list[str]] = field(default_factory=dict)
    rests: str = ""
    turn: Turn | None = None

    def __post_init__(self):
        self.turn = self.turn or Turn(self.people[0])
        self.marks: dict[str, str] = {}  # what the last verdict said of the kata's steps

    @property
    def driver(self) -> Person:
        """Who has the keyboard."""
        return self.people[0]

    @property
    def navigators(self) -> list[Person]:
        """The others, the next driver first."""
        return self.people[1:]

    @property
    def seconds_left(self) -> float:
        """Until the turn's time is up; negative after that."""
        return self.minutes * 60 - self.turn.seconds

    @property
    def seconds_until_latest(self) -> float:
        """Until the keyboard goes on even without a green step."""
        return self.seconds_left + min(_MOST_OVERTIME, self.minutes * 30)

    @property
    def katas(self) -> list[str]:
        """The katas that they have been at, by name."""
        return list(dict.fromkeys([*self.green, self.kata]))

    def pass_time(self, seconds: float) -> None:
        """Count time for the driver; a clock that was set back counts nothing."""
        if not self.rests:
            self.turn.seconds += max(0.0, seconds)

    def judged(self, kata: str, marks: dict[str, str]) -> str:
        """Take note of a verdict and return why the keyboard goes on now, "" if it does not.

        Args:
            kata: name of the kata that was judged.
            marks: step -> ✓ where it is done, ✗ where it is wrong, · where it is not written.
        """
        before = self.marks if kata == self.kata else {}
        self.kata, self.marks = kata, marks
        done = [step for step, mark in marks.items() if mark == DONE]
        # What they found green was nobody's doing.
        known = self.green.setdefault(kata, list(done))
        new = [step for step in done if step not in known]
        known += new
        self.turn.green += [f"{kata}.{step}" for step in new]
        turned_green = [step for step in done if before.get(step, DONE) != DONE]
        if turned_green and self.seconds_left <= 0:
            return f"{_and(turned_green)} {_is(turned_green)} green, and the time is up"
        return f"{_and(new)} {_is(new)} green" if new and self.is_ping_pong else self.overdue()

    def overdue(self) -> str:
        """Return why nobody waits for a green step any longer, "" if they do."""
        if self.seconds_left > 0:
            return ""
        if self.marks and all(mark == DONE for mark in self.marks.values()):
            return "the time is up, and nothing is red"
        return "" if self.seconds_until_latest > 0 else "the time is up, green or not"

    def hand_over(self) -> None:
        """Give the keyboard to the next."""
        self.past.append(self.turn)
        self.skip()

    def skip(self) -> None:
        """Give the keyboard to the next, as if the driver had not had it."""
        self.people.append(self.people.pop(0))
        self.turn = Turn(self.driver)

    def add(self, person: Person) -> None:
        """Let one more join; they drive last.

        Raises:
            ValueError: they are here already.
        """
        if any(person.name.casefold() == other.name.casefold() for other in self.people):
            raise ValueError(f"{person.name} is here already: two people need two names")
        self.people.append(person)

    def drop(self, person: Person) -> None:
        """Let one go; what they did stays.

        Raises:
            ValueError: one alone would remain.
        """
        if len(self.people) == 2:
            raise ValueError("a pair is two: end the session instead")
        if person == self.driver:
            self.skip()
        self.people.remove(person)


def _is(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _and(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
