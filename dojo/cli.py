"""The `dojo` command: where you are, what is next, a hint, a fresh start. It never imports Keras."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import datetime

import click
from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table

from dojo import backend, hints, progress
from dojo.course import ROOT, Kata, Step, katas, nearest, shown
from dojo.progress import DamagedError, Standing
from dojo.stub import stub_of

# Without a terminal nothing is wrapped: a program reads it, or grep.
_screen = Console(width=None if sys.stdout.isatty() else 1000, highlight=False, soft_wrap=not sys.stdout.isatty())


class KataName(click.ParamType):
    """`03_instantiate`, `instantiate`, `03` or `3`."""

    name = "kata"

    def convert(self, value, param, ctx) -> Kata:
        """Return the kata, or fail with the nearest name."""
        if isinstance(value, Kata):
            return value
        word = value.rstrip("/").rpartition("/")[2]
        for kata in katas():
            if word in (kata.name, kata.slug) or (word.isdigit() and int(word) == int(kata.name[:2])):
                return kata
        like = nearest(word)
        hint = f"did you mean {like}?" if like else f"there are {', '.join(kata.name for kata in katas())}"
        return self.fail(f"there is no kata {value!r} — {hint}", param, ctx)

    def shell_complete(self, ctx, param, incomplete):
        """Return the names that begin like this."""
        names = [kata.name for kata in katas()]
        return [click.shell_completion.CompletionItem(name) for name in names if name.startswith(incomplete)]


KATA = KataName()


def standing_of(kata: Kata) -> Standing:
    """Return how far a kata is; where the record was damaged, say so and go on without it."""
    try:
        return progress.standing(kata)
    except DamagedError as error:
        click.echo(f"note: {error}", err=True)
        return Standing({}, len(kata.steps), edited=False)


def first_not_done() -> Kata | None:
    """Return the kata to go on with."""
    return next((kata for kata in katas() if not standing_of(kata).done), None)


def step_to_do(kata: Kata) -> Step | None:
    """Return the first step that the last run did not find done."""
    entries = standing_of(kata).entries
    return next((step for step in kata.steps if not (step.name in entries and entries[step.name].done)), None)


class OneLine(click.Group):
    """Says in one line, with exit status 2, what makes no sense or what the file system does not allow."""

    def invoke(self, ctx):
        """Run the command."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            error.ctx = None  # with it click prints the usage in two lines more
            raise
        except BrokenPipeError:  # `dojo list | head`: click's own business
            raise
        except OSError as error:
            failure = click.ClickException(f"{error.strerror or error}: {error.filename or 'a file of the course'}")
            failure.exit_code = 2
            raise failure from error


@click.group(cls=OneLine, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Learn Keras 3 by doing: eighteen katas, each with a lesson, a stub, failing tests and hints.

    A KATA is named by its folder, its number or its topic: 03_instantiate, 3, instantiate.
    """
    if context.invoked_subcommand is None:
        context.invoke(next_)


@main.command("list")
def list_() -> None:
    """Show all katas: how far you are, how long they take, which is next."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("", "kata", "", "steps", "minutes", ""):
        table.add_column(
            column, justify="right" if column in ("steps", "minutes") else "left", no_wrap=column == "kata"
        )
    following = None
    for kata in katas():
        standing = standing_of(kata)
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
    _screen.print(table)


@main.command("next")
def next_() -> None:
    """Say what to do next."""
    kata = first_not_done()
    if kata is None:
        click.echo("All katas are done. Take the one that cost you most, and start it afresh: dojo reset KATA")
        return
    step = step_to_do(kata)
    click.echo(f"{kata.name} · {kata.title}")
    if not standing_of(kata).entries:
        click.echo(f"  read   {shown(kata.lesson)}")
    click.echo(f"  write  {step.name if step else 'nothing new'} in {shown(kata.stub)}")
    click.echo(f"  run    pytest {shown(kata.folder)}")


@main.command()
@click.argument("kata", type=KATA, required=False)
def show(kata: Kata | None) -> None:
    """Show the lesson of a kata (without KATA: of the one that is next)."""
    kata = kata or first_not_done() or katas()[-1]
    text = kata.lesson.read_text(encoding="utf-8")
    _screen.print(Markdown(text) if sys.stdout.isatty() else text.rstrip(), markup=False)


@main.command()
@click.argument("names", type=KATA, nargs=-1, metavar="[KATA]...")
def check(names: tuple[Kata, ...]) -> None:
    """Judge katas, as `pytest katas/KATA` does (without KATA: all of them)."""
    paths = [shown(kata.folder) for kata in names] or ["katas"]
    sys.exit(subprocess.run([sys.executable, "-m", "pytest", *paths], cwd=ROOT, check=False).returncode)


@main.command()
@click.argument("kata", type=KATA, required=False)
@click.argument("step", required=False)
def hint(kata: Kata | None, step: str | None) -> None:
    """Give a hint for a step, each time one level more (without STEP: for the one to do; without KATA: of the next)."""
    kata = kata or first_not_done() or katas()[-1]
    names = [each.name for each in kata.steps]
    if step and step not in names:
        raise click.UsageError(f"{kata.name} has no step {step!r} — its steps are {', '.join(names)}")
    if not step:
        to_do = step_to_do(kata)
        if to_do is None:
            click.echo(f"{kata.name} is done. All its hints: dojo hint {kata.name} STEP, one of {', '.join(names)}")
            return
        step = to_do.name
    entry = standing_of(kata).entries.get(step)
    texts = hints.levels(kata, step)
    click.echo(f"{kata.name} · {step}")
    if entry and entry.done:
        _tell(texts)
        return
    mistake = hints.mistake_behind(kata, step, entry.line) if entry else ""
    if mistake:
        click.echo(f"  It looks as if your answer follows this thought: {mistake} Is that so?")
    count = hints.climb(kata, step)
    _tell(texts[:count])
    if count < len(texts):
        click.echo(f"  {len(texts) - count} more: dojo hint {kata.name} {step}")


def _tell(texts: list[str]) -> None:
    for number, text in enumerate(texts, 1):
        line = f"  {number}. {text}"
        _screen.print(Markdown(line.strip()) if sys.stdout.isatty() else line, markup=False)


@main.command()
@click.argument("kata", type=KATA)
def reset(kata: Kata) -> None:
    """Start a kata afresh; your attempt is kept, with its date."""
    fresh = stub_of(kata.reference.read_text(encoding="utf-8"))
    if kata.stub.exists() and kata.stub.read_text(encoding="utf-8", errors="replace") == fresh:
        click.echo(f"{shown(kata.stub)} is a fresh stub already")
        return
    if kata.stub.exists():
        kept = backend.state_folder() / "attempts" / kata.name / f"{datetime.now():%Y-%m-%d_%H-%M-%S_%f}.py"
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(kata.stub, kept)
        click.echo(f"your attempt is now {shown(kept)}")
    progress.write(kata.stub, fresh)
    click.echo(f"{shown(kata.stub)} is a fresh stub")


@main.command("cost")
@click.argument("kata", type=KATA, required=False)
def cost_(kata: Kata | None) -> None:
    """Say what your answer costs next to the reference (without KATA: of the last one that is done)."""
    from dojo import cost

    kata = kata or next((each for each in reversed(katas()) if standing_of(each).done), None)
    if kata is None:
        raise click.UsageError("no kata is done yet — dojo next says what to do")
    try:
        with _screen.status("running your answer and the reference in turn …"):
            lines = cost.told(kata)
    except cost.CostError as error:
        raise click.UsageError(str(error)) from None
    for line in lines:
        _screen.print(line, markup=False)


if __name__ == "__main__":
    main()
