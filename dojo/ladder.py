"""The ladder: the steps of a kata with their state, and what to do next."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

from dojo.course import Kata, Step, katas, shown, typed
from dojo.printable import printable

_OUTPUT_LINES = 8  # of what an attempt printed; more buries the verdict


@dataclass
class Outcome:
    """What one test said of a step."""

    passed: bool
    line: str = ""
    where: str = ""
    untouched: bool = False
    printed: str = ""


@dataclass
class Rung:
    """One step and what its tests said."""

    step: Step
    outcomes: list[Outcome] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    @property
    def failures(self) -> list[Outcome]:
        """The outcomes that are not there yet."""
        return [outcome for outcome in self.outcomes if not outcome.passed]

    @property
    def done(self) -> bool:
        """Whether every test that ran passed."""
        return bool(self.outcomes or self.skipped) and not self.failures

    @property
    def ran(self) -> bool:
        """Whether the run had a test of this step at all."""
        return bool(self.outcomes or self.skipped)

    @property
    def mark(self) -> str:
        """✓ done, ✗ wrong, · not written or not run."""
        if self.done:
            return "✓"
        return "✗" if any(not failure.untouched for failure in self.failures) else "·"


class Ladder:
    """The steps of one kata, filled by the outcomes of a run.

    Args:
        kata: the kata.
        edited: the file a person edits to go on, as it is shown to them.
        command: what they type to run the kata again.
    """

    def __init__(self, kata: Kata, edited: str, command: str):
        self.kata = kata
        self.edited = edited
        self.command = command
        self.story: list[str] = []  # how the kata became green, in lines
        self.rungs = {step.name: Rung(step) for step in kata.steps}

    @property
    def current(self) -> Rung | None:
        """The first step that ran and is not there yet."""
        return next((rung for rung in self.rungs.values() if rung.ran and not rung.done), None)

    def heading(self) -> str:
        """Return one line: kata, title, steps done."""
        done = sum(rung.done for rung in self.rungs.values())
        return f"{self.kata.name} · {self.kata.title} · {done} of {len(self.rungs)} steps"

    def lines(self) -> Iterator[tuple[str, dict[str, bool]]]:
        """Yield (text, markup) of the whole ladder."""
        yield self.heading(), {"bold": True}
        yield "", {}
        for rung in self.rungs.values():
            if rung is self.current:
                yield f"  ▸ {rung.step.name}", {"bold": True, "yellow": True}
                yield from _in_full(rung)
            else:
                yield f"  {rung.mark} {rung.step.name}{_note(rung)}", _COLOURS[rung.mark]
        yield "", {}
        for text in self._next():
            yield text, {}

    def short(self) -> tuple[str, dict[str, bool]]:
        """Return (text, markup) of one line for a run of several katas."""
        marks = "".join(rung.mark for rung in self.rungs.values())
        text = f"  {self.kata.name:<24} {marks:<8}"
        if self.current is None:
            return text.rstrip(), {"green": True}
        return text + " " + self.current.failures[0].line, {}

    def _next(self) -> Iterator[str]:
        rung = self.current
        if rung is None:
            yield from self._after_the_last()
            return
        untouched = all(failure.untouched for failure in rung.failures)
        verb = "write" if untouched else "mend"
        place = rung.failures[0].where.partition("  ")[0]
        place = place if place.startswith(self.edited) else self.edited
        yield f"Next: {verb} {rung.step.name} in {place}, then run  {self.command}"
        yield f"      lesson: {shown(self.kata.lesson)}"
        yield f"      hints:  {shown(self.kata.hints)}"

    def _after_the_last(self) -> Iterator[str]:
        if not all(rung.ran for rung in self.rungs.values()):
            yield f"What ran is done. All steps: {self.command}"
            return
        yield from self.story
        yield f"Done. Other right ways: {shown(self.kata.reference)}, tests/right_answers/{self.kata.name}/"
        if self.edited == shown(self.kata.stub):
            yield f"What it cost next to the reference: dojo cost {self.kata.number}"
        following = next((kata for kata in katas() if kata.name > self.kata.name), None)
        if following:
            yield f"Next: read {shown(following.lesson)}, then run  pytest {typed(following.folder)}"


def wrapped(text: str, width: int) -> list[str]:
    """Return a line of a ladder in lines as wide as the terminal, in columns; 0 is as wide as it takes."""
    if not width or not text:
        return [text]
    indent = " " * (len(text) - len(text.lstrip()))
    return textwrap.wrap(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


_COLOURS = {"✓": {"green": True}, "✗": {"red": True}, "·": {"light": True}}


def _in_full(rung: Rung) -> Iterator[tuple[str, dict[str, bool]]]:
    first = rung.failures[0]
    line = first.line.removeprefix(f"{rung.step.name}: ")
    yield f"      {line}", {"bold": True}
    if first.untouched:
        yield f"      {rung.step.signature}", {}
        yield f"      {rung.step.summary}", {}
        return
    if first.where:
        yield f"      {first.where}", {}
    if len(rung.outcomes) > 1:
        yield f"      {len(rung.outcomes) - len(rung.failures)} of its {len(rung.outcomes)} tests pass", {}
    if first.printed:
        yield "      it printed:", {}
        for text in _shortened(first.printed):
            yield f"        {text}", {"light": True}


def _shortened(printed: str) -> Iterator[str]:
    lines = printed.splitlines()
    if len(lines) > _OUTPUT_LINES:
        yield f"… {len(lines) - _OUTPUT_LINES} lines before these"
    for line in map(printable, lines[-_OUTPUT_LINES:]):
        yield line if len(line) <= 100 else f"{line[:100]} …"


def _note(rung: Rung) -> str:
    if rung.skipped:
        return f"  (left out: {rung.skipped[0]})"
    return "" if rung.ran else "  (not run)"
