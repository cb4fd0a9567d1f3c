"""The end of a pair's session: who did what, three lines to fill in, one commit of it all."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dojo import backend, progress
from dojo.pair import begin, logbook
from dojo.pair.git import GitError
from dojo.pair.handover import Branch
from dojo.pair.person import Person
from dojo.pair.turns import Session, Turn

QUESTIONS = ("What went well?", "What was hard?", "What do we try next time?")


def last_hand_over(session: Session, branch: Branch) -> str:
    """Commit what was done since the last hand-over and return a line about what went wrong, or ""."""
    if session.turn.seconds < 1 and not session.turn.green:
        return ""
    try:
        branch.hand_over(logbook.entry(session), session.driver, begin.stubs(session))
        if session.remote:
            branch.push()
    except GitError as error:
        return str(error)
    finally:
        session.hand_over()
    return ""


def heading(session: Session) -> str:
    """Return one line on the whole session."""
    minutes = sum(turn.seconds for turn in session.past) / 60
    green = sum(len(turn.green) for turn in session.past)
    hints = sum(turn.hints for turn in session.past)
    return f"{minutes:.0f} min on {_katas(session)}, {_count(green, 'step')} made green, {_count(hints, 'hint')}"


def _katas(session: Session) -> str:
    names = {step.partition(".")[0]: None for turn in session.past for step in turn.green}
    return " and ".join(names or [session.kata])


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def table(session: Session) -> Table:
    """Return what each did: time at the keyboard, turns, steps made green, hints asked for."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column, justify in (
        ("", "left"),
        ("at the keyboard", "right"),
        ("turns", "right"),
        ("hints", "right"),
        ("made green", "left"),
    ):
        table.add_column(column, justify=justify, overflow="fold")
    for person in everybody(session):
        turns = [turn for turn in session.past if turn.driver == person]
        table.add_row(
            person.name,
            _minutes(turns),
            str(len(turns)),
            str(sum(turn.hints for turn in turns)),
            ", ".join(step.partition(".")[2] for turn in turns for step in turn.green),
        )
    return table


def _minutes(turns: list[Turn]) -> str:
    seconds = round(sum(turn.seconds for turn in turns))
    return f"{seconds // 60}:{seconds % 60:02} min"


def everybody(session: Session) -> list[Person]:
    """Return all who had a turn or are here, in the order they came."""
    return list(dict.fromkeys([*(turn.driver for turn in session.past), *session.people]))


def report(session: Session, answers: list[str]) -> Path:
    """Keep the summary and the three lines as a plain file and return its path."""
    page = Console(width=120, file=io.StringIO(), markup=False, emoji=False)
    page.print(f"{session.begun} · {session.branch}", heading(session), "", table(session), "", sep="\n")
    file = backend.state_folder() / "pairs" / f"{session.branch.replace('/', '_')}.txt"
    progress.write(file, f"{page.file.getvalue()}{retrospective(answers)}\n")
    return file


def retrospective(answers: list[str]) -> str:
    """Return the three questions, each with its answer or room for one."""
    return "\n".join(f"{question} {answer or '…'}" for question, answer in zip(QUESTIONS, answers, strict=True))


def squash(session: Session, branch: Branch, answers: list[str]) -> str:
    """Make one commit of all hand-overs on a branch of its own and return its name.

    Raises:
        GitError: there is nothing to squash, or git refuses.
    """
    turns = Counter()
    for turn in session.past:
        turns[turn.driver] += turn.seconds
    author = turns.most_common(1)[0][0]
    others = [person for person in everybody(session) if person != author]
    trailers = "\n".join(f"{key}: {value}" for key, value in logbook.co_authors(others))
    paragraphs = [f"Paired on {_katas(session)}", heading(session), retrospective(answers), trailers]
    return branch.squash("\n\n".join(paragraphs) + "\n", author)


def how_to_take(branch: Branch, squashed: str) -> str:
    """Return where the one commit is, and on a line of its own what brings it to the branch one is on."""
    find = branch.repository.commit_at
    # Where nothing was committed meanwhile, the files on the disk are those of the commit.
    command = f"git reset {squashed}" if find("HEAD") == find(f"{squashed}^") else f"git cherry-pick {squashed}"
    return f"{squashed} is that commit. To have it on the branch you are on:\n  {command}"
