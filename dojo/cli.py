"""The `dojo` command: where you are, what is next, a hint, a fresh start. It never imports Keras."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
from rich.markdown import Markdown

from dojo import hints, overview, root
from dojo.again import commands as again
from dojo.course import ROOT, Kata, katas, shown, typed
from dojo.errors import DojoError
from dojo.kata_name import KATA
from dojo.output import screen
from dojo.overview import first_not_done, standing_of, step_to_do
from dojo.pair.command import pair


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
        except DojoError as error:
            raise click.UsageError(str(error)) from error
        except OSError as error:
            raise click.UsageError(f"{error.strerror or error}: {error.filename or 'a file of the course'}") from error


@click.group(cls=OneLine, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Learn Keras 3 by doing: eighteen katas, each with a lesson, a stub, failing tests and hints.

    A KATA is named by its folder, its number or its topic: 03_instantiate, 3, instantiate.
    """
    if root.complaint():
        raise click.UsageError(root.complaint())
    if context.invoked_subcommand is None:
        context.invoke(watch)


@main.command()
@click.argument("kata", type=KATA, required=False)
def watch(kata: Kata | None) -> None:
    """Judge a kata at each save, with keys for hints and the rest (this is also `dojo` alone; without KATA: the next).

    Keys: h hint, n next kata, p previous, l list, r rerun, o open in your editor,
    s reference and other right answers, q quit.
    """
    # Imported here: only a watcher has use for it.
    from dojo import watch as watcher

    notes: list[str] = []
    try:
        with watcher.alone():
            watcher.Watcher(kata or first_not_done(notes.append) or katas()[-1], "; ".join(notes)).run()
    except KeyboardInterrupt:
        sys.exit(130)


for command in (pair, again.reset, again.redo, again.due, again.history):
    main.add_command(command)


@main.command("list")
def list_() -> None:
    """Show all katas: how far you are, how long they take, which is next."""
    screen.print(overview.table())


@main.command("next")
def next_() -> None:
    """Say what to do next."""
    kata = first_not_done()
    if kata is None:
        click.echo("All katas are done. Which to repeat today: dojo due. Any of them from the start: dojo redo KATA")
        return
    step = step_to_do(kata)
    click.echo(f"{kata.name} · {kata.title}")
    if not standing_of(kata).entries:
        click.echo(f"  read   {shown(kata.lesson)}")
    click.echo(f"  write  {step.name if step else 'nothing new'} in {shown(kata.stub)}")
    click.echo(f"  run    pytest {typed(kata.folder)}  (or leave dojo open: it does so at each save)")


@main.command()
@click.argument("kata", type=KATA, required=False)
def show(kata: Kata | None) -> None:
    """Show the lesson of a kata (without KATA: of the one that is next)."""
    kata = kata or first_not_done() or katas()[-1]
    text = kata.lesson.read_text(encoding="utf-8")
    screen.print(Markdown(text) if sys.stdout.isatty() else text.rstrip())


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
    click.echo(f"{kata.name} · {step}")
    for line in hints.give(kata, step, standing_of(kata).entries.get(step), f"dojo hint {kata.name} {step}"):
        screen.print(Markdown(line) if sys.stdout.isatty() else f"  {line}")


@main.command()
@click.argument("folder", required=False, metavar="[FOLDER|KATA]")
def verify(folder: str | None) -> None:
    """Prove what authors owe: a kata, all katas of this course (without argument), or a course in another FOLDER."""
    from dojo import faults
    from dojo import verify as proofs

    course = proofs.course_in(folder) if folder else (ROOT, None)
    where, name = course or (ROOT, KATA.convert(folder, None, None).name)
    found = list(faults.faults(where, name))
    for fault in found:
        click.echo(f"Error: {fault}", err=True)
    sys.exit(2 if found else proofs.prove(where, name))


@main.command()
@click.argument("name", metavar="NN_slug")
@click.option(
    "--in", "folder", type=click.Path(path_type=Path), help="the folder of a course of your own; made if need be"
)
def new(name: str, folder: Path | None) -> None:
    """Make a kata that works from the start, for you to replace piece by piece: dojo new 01_mine --in my_katas."""
    from dojo import scaffold

    if not folder and not katas():
        raise click.UsageError(f"there is no course here — name its folder: dojo new {name} --in FOLDER")
    where = folder.expanduser().resolve() if folder else ROOT
    files = scaffold.new(name, where)
    click.echo(f"made in {where}:")
    for file in files:
        click.echo(f"  {file.relative_to(where)}")
    for line in scaffold.what_to_do(name, where):
        click.echo(line)


@main.command("doctor")
def doctor_() -> None:
    """Say what stands in the way, and what to type.

    It looks at Python, the packages, the backend, Keras and its devices, the disk, the watching of files, the katas:
    ✓ is fine, ! could be better, ✗ stops you. The exit status is 1 where something stops you, else 0.
    """
    from dojo import doctor

    sys.exit(0 if doctor.report(screen) else 1)


@main.command("cost")
@click.argument("kata", type=KATA, required=False)
def cost_(kata: Kata | None) -> None:
    """Say what your answer costs next to the reference (without KATA: of the last one that is done)."""
    from dojo import cost

    kata = kata or next((each for each in reversed(katas()) if standing_of(each).done), None)
    if kata is None:
        raise click.UsageError("no kata is done yet — dojo next says what to do")
    with screen.status("running your answer and the reference in turn …"):
        lines = cost.told(kata)
    for line in lines:
        screen.print(line)


if __name__ == "__main__":
    main()
