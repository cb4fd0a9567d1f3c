"""`dojo reset`, `redo`, `due` and `history`."""

from __future__ import annotations

import sys

import click

from dojo import clock
from dojo.again import fresh, rounds, story
from dojo.course import Kata, shown, typed
from dojo.kata_name import KATA
from dojo.output import screen
from dojo.overview import standing_of


@click.command()
@click.argument("kata", type=KATA)
def reset(kata: Kata) -> None:
    """Start a kata afresh; your attempt is kept, with its date."""
    if fresh.is_fresh(kata):
        click.echo(f"{shown(kata.stub)} is a fresh stub already")
        return
    _start(kata)


def _start(kata: Kata) -> None:
    start = fresh.start(kata)
    if start.kept:
        click.echo(f"your attempt is now {shown(start.kept)}")
    click.echo(f"{shown(kata.stub)} is a fresh stub")
    if not start.noted:
        click.echo("note: the journal could not be written, so this round will not be measured", err=True)


@click.command()
@click.argument("kata", type=KATA, required=False)
def redo(kata: Kata | None) -> None:
    """Do a kata again; your attempt is kept, and the times are compared (without KATA: the most overdue)."""
    if kata is None:
        # Imported here, as below: what is due takes another library.
        from dojo.again import due

        made = due.plan(clock.now())
        if not made.today:
            click.echo(made.next_one())
            return
        kata = made.today[0].kata
    before = rounds.of(kata)
    if reason := fresh.refusal(kata, standing_of(kata), before):
        raise click.UsageError(reason)
    _start(kata)
    click.echo(story.at_the_start(before))
    click.echo(f"Next: pytest {typed(kata.folder)}  (or leave dojo open: it does so at each save)")


@click.command()
def due() -> None:
    """Show which katas to repeat today: the harder one was, the sooner; what goes well is asked for less and less.

    How it went follows from time, hints and wrong runs; "know it" is the chance that you still do, estimated by FSRS.
    """
    from dojo.again import due

    for part in due.told(due.plan(clock.now()), screen):
        screen.print(part)


@click.command()
@click.argument("kata", type=KATA, required=False)
@click.option("--diff", "numbers", nargs=2, type=int, metavar="OLD NEW", help="what changed between two attempts")
def history(kata: Kata | None, numbers: tuple[int, int] | None) -> None:
    """Show your attempts: how long each took, with how many hints and wrong runs (without KATA: of all katas)."""
    from dojo.again import history

    if numbers and kata is None:
        raise click.UsageError("--diff is about one kata — dojo history KATA --diff {} {}".format(*numbers))
    if numbers:
        text = history.difference(kata, *numbers)
        parts = [history.in_colour(text) if text and sys.stdout.isatty() else text or "They are the same."]
    else:
        parts = list(history.of_one(kata, screen) if kata else history.of_all(screen))
    for part in parts:
        screen.print(part)
