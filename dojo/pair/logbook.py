"""What the commit of a hand-over says, and a session read back from such commits."""

from __future__ import annotations

from collections import defaultdict

from dojo.pair.person import Person
from dojo.pair.turns import DONE, Session, Turn


def entry(session: Session) -> str:
    """Return the message of a commit that ends the driver's turn: a heading for people, trailers to go on from.

    Args:
        session: just before the keyboard goes on.
    """
    done = [step for step, mark in session.marks.items() if mark == DONE]
    red = [step for step in session.marks if step not in done]
    trailers = [
        ("Kata", session.kata),
        ("Done", ", ".join(done)),
        ("Red", ", ".join(red)),
        ("Green-in-this-turn", ", ".join(session.turn.green)),
        ("Turn-seconds", f"{session.turn.seconds:.0f}"),
        ("Hints", str(session.turn.hints)),
        ("Turn-minutes", f"{session.minutes:g}"),
        ("Ping-pong", "yes" if session.is_ping_pong else "no"),
        # What all hand-overs of one session share, and no others.
        ("Session", f"{session.begun}, {session.branch}"),
        # In the order of their turns: the one who drives now is the last.
        *(("Pair", str(person)) for person in (*session.navigators, session.driver)),
        *co_authors(session.navigators),
    ]
    return f"{_heading(session, done, red)}\n\n" + "\n".join(f"{key}: {value}".rstrip() for key, value in trailers)


def co_authors(people: list[Person]) -> list[tuple[str, str]]:
    """Return the trailers that name who else has written it."""
    return [("Co-authored-by", str(person)) for person in people]


def _heading(session: Session, done: list[str], red: list[str]) -> str:
    if not session.marks:
        return f"{session.kata}: not judged yet"
    if not red:
        return f"{session.kata}: all {len(done)} steps are green"
    return f"{session.kata}: {len(done)} of {len(done) + len(red)} steps, {red[0]} is red"


def read(messages: list[tuple[Person, str]], branch: str, remote: str | None) -> Session:
    """Return the session that these hand-overs belong to, as its next driver finds it.

    Args:
        messages: author and message of each hand-over, the first one first.
        branch: where they are.
        remote: where they came from.

    Raises:
        ValueError: there are none, or one of them is of something else.
    """
    if not messages:
        raise ValueError(f"{branch} holds no hand-over — name a branch that a pair works on")
    past, green = [], defaultdict(list)
    for author, message in messages:
        said = _trailers(message)
        try:
            turn = Turn(
                author, float(said["Turn-seconds"][0]), _list(said["Green-in-this-turn"]), int(said["Hints"][0])
            )
            kata = said["Kata"][0]
            past.append(turn)
            green[kata] += [step for step in _list(said["Done"]) if step not in green[kata]]
            last = {
                "people": [Person.parse(text) for text in said["Pair"]],
                "kata": kata,
                "minutes": float(said["Turn-minutes"][0]),
                "is_ping_pong": said["Ping-pong"] == ["yes"],
                "begun": said["Session"][0].partition(",")[0],
            }
        except (LookupError, ValueError):
            raise ValueError(f"{branch} holds a commit that is no hand-over: {message.partition(chr(10))[0]}") from None
    return Session(**last, branch=branch, remote=remote, past=past, green=dict(green))


def _trailers(message: str) -> dict[str, list[str]]:
    found = defaultdict(list)
    for line in message.rstrip().rpartition("\n\n")[2].splitlines():
        key, _, value = line.partition(":")
        found[key].append(value.strip())
    return found


def _list(values: list[str]) -> list[str]:
    return [word for value in values for word in value.split(", ") if word]
