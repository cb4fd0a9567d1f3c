"""How far a learner is: the katas as a table, the one to go on with, the step to do."""

from __future__ import annotations

from collections.abc import Callable

import click
from rich.table import Table

from dojo import progress
from dojo.course import ROOT, Kata, Step, katas
from dojo.progress import DamagedError, Standing


def _note(text: str) -> None:
    click.echo(f"note: {text}", err=True)


def standing_of(kata: Kata, tell: Callable[[str], None] = _note) -> Standing:
    """Return how far a kata is; where the record was damaged, `tell` so and go on without it."""
    try:
        return progress.standing(kata)
    except DamagedError as error:
        tell(str(error))
        return Standing({}, len(kata.steps), edited=False)


def first_not_done(tell: Callable[[str], None] = _note) -> Kata | None:
    """Return the kata to go on with, None if all are done.

    Raises:
        click.UsageError: there are no katas.
    """
    if not katas():
        raise click.UsageError(f"there are no katas in {ROOT} — go into a course's folder; dojo doctor says more")
    return next((kata for kata in katas() if not standing_of(kata, tell).done), None)


def step_to_do(kata: Kata) -> Step | None:
    """Return the first step that the last run did not find done."""
    entries = standing_of(kata).entries
    return next((step for step in kata.steps if not (step.name in entries and entries[step.name].done)), None)


def table(tell: Callable[[str], None] = _note) -> Table:
    """Return all katas: how far the learner is, how long they take, which is next."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("", "kata", "", "steps", "minutes", ""):
        table.add_column(
            column, justify="right" if column in ("steps", "minutes") else "left", no_wrap=column == "kata"
        )
    following = None
    for kata in katas():
        standing = standing_of(kata, tell)
        if following is None and not standing.done:
            following = kata
        table.add_row(
            "▸" if kata is following else "✓" if standing.done else "",
            kata.name,
            kata.title,
            f"{standing.n_done} of {standing.n_steps}",
            str(kata.minutes or ""),
            "edited since it was run" if standing.edited and standing.n_done else "",
            style="bold" if kata is following else "green" if standing.done else "",
        )
    return table
