"""`dojo pair`: two or more people take turns at a kata."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from dojo import overview
from dojo.course import katas, shown
from dojo.kata_name import KATA
from dojo.output import screen
from dojo.pair.handover import Branch
from dojo.pair.turns import MINUTES, Session


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--minutes", type=float, help=f"how long a turn is ({MINUTES:g})")
@click.option("--ping-pong", "is_ping_pong", is_flag=True, help="the keyboard goes on at each green step")
@click.option("--kata", type=KATA, help="what to begin with (the one that is next)")
@click.option("--branch", default="", metavar="NAME", help="where hand-overs are committed (pair/DAY-NAMES)")
@click.option("--remote", metavar="NAME", help="push each hand-over there; without it nothing is ever pushed")
@click.option("--join", "joins", is_flag=True, help="go on from what was pushed elsewhere")
@click.option("--end", "ends", is_flag=True, help="end the session that is open here")
def pair(names, minutes, is_ping_pong, kata, branch, remote, joins, ends) -> None:
    """Take turns at a kata: dojo pair Ada "Bo <bo@example.org>" (without NAMEs: go on with the session that is open).

    It is the watcher, and knows who drives. A turn ends at the first green step after its time is up. Each hand-over
    is a commit on a branch of its own, with everybody's names; your index and your other branches stay as they are.

    Keys besides the watcher's: w the next one drives, b break, + add somebody, - drop somebody, e end,
    j join what was pushed (with --remote).
    How to pair well: katas/PAIRING.md
    """
    # Imported here: they bring what only a watcher has use for.
    from dojo.pair import begin as sessions
    from dojo.pair import state
    from dojo.watch import alone

    if names and (joins or ends):
        _refuse("names are for a new session: dojo pair NAME NAME; --join and --end are about one that there is")
    if joins and (ends or kata or is_ping_pong or minutes is not None):
        _refuse("--join goes on as it was handed over; to change something comes after it, as dojo pair --minutes 5")
    try:
        with alone():
            opened = state.load()
            if joins:
                click.echo("asking the remote …")
                _watch(*sessions.join(opened, branch, remote))
            elif names:
                if opened:
                    _refuse_to_begin(opened)
                kata = kata or overview.first_not_done() or katas()[-1]
                minutes = MINUTES if minutes is None else minutes
                _watch(*sessions.begin(names, kata, minutes, is_ping_pong, branch, remote))
            elif ends:
                opened = opened or _refuse("there is no session to end: dojo pair NAME NAME begins one")
                _end(*sessions.go_on(opened, kata, minutes, is_ping_pong, branch, remote))
            else:
                opened = opened or _refuse("a pair is two or more people: dojo pair NAME NAME")
                _watch(*sessions.go_on(opened, kata, minutes, is_ping_pong, branch, remote))
    except KeyboardInterrupt:
        sys.exit(130)


def _refuse(text: str) -> NoReturn:
    raise click.UsageError(text)


def _refuse_to_begin(session: Session) -> None:
    names = " and ".join(person.name for person in session.people)
    _refuse(f"the session of {names} is open here: dojo pair goes on with it, dojo pair --end ends it")


def _watch(session: Session, branch: Branch) -> None:
    from dojo.pair.watcher import PairWatcher

    watcher = PairWatcher(session, branch)
    watcher.run()
    if watcher.is_at_its_end:
        _end(watcher.session, branch)
    else:
        click.echo("The session stays open: dojo pair goes on with it, dojo pair --end ends it.")


def _end(session: Session, branch: Branch) -> None:
    from dojo.pair import farewell, state

    problem = farewell.last_hand_over(session, branch)
    if problem:
        click.echo(f"note: {problem}", err=True)
    if not session.past:
        state.forget()
        click.echo("Nothing was done yet; the session is closed.")
        return
    # From here on its turns are over, whatever becomes of this terminal.
    state.save(session)
    screen.print("", farewell.heading(session), "", farewell.table(session), "", sep="\n")
    answers = [_ask(question) for question in farewell.QUESTIONS]
    click.echo(f"\nKept in {shown(farewell.report(session, answers))}; the hand-overs are on {branch.name}.")
    state.forget()
    if sys.stdin.isatty() and click.confirm("One commit of it all, with everybody's names?"):
        click.echo(farewell.how_to_take(branch, farewell.squash(session, branch, answers)))


def _ask(question: str) -> str:
    if not sys.stdin.isatty():
        click.echo(f"{question} …")
        return ""
    try:
        return click.prompt(question, default="", show_default=False, prompt_suffix=" ").strip()
    except click.Abort:
        click.echo()
        return ""
