"""What a watcher shows: the ladder, below it what was asked for, and the keys."""

from __future__ import annotations

from dataclasses import dataclass, field

from rich.console import RenderableType
from rich.text import Text

from dojo.course import Kata, shown
from dojo.ladder import wrapped
from dojo.pool import Verdict

_KEYS = "[h]int  [n]ext  [p]revious  [l]ist  [r]erun  [o]pen  [s]olutions  [q]uit"
_TO_DO = "  ▸ "
_OTHER_STEPS = ("  ✓ ", "  · ", "  ✗ ")
# With what the keys do as well.
_CAN_GO = (*_OTHER_STEPS, "Next: ", "      lesson: ", "      hints: ")
_STYLES = {"light": "dim"}  # pytest's word -> rich's


@dataclass
class View:
    """A kata on the screen.

    Args:
        kata: the kata.
        verdict: the last one, None before the first.
        cost: what the answer cost next to the reference, once all is done.
        below: what was asked for, until something else is: hints, the list.
        status: one line about the run.
        remark: a question, or an answer to a key; instead of the status, until the next key.
        roles: of a pair: who does what, and how long.
        more_keys: what other keys there are.
        is_step_by_step: whether the steps after the one to do stay hidden.
    """

    kata: Kata
    verdict: Verdict | None = None
    cost: list[str] = field(default_factory=list)
    below: list[RenderableType] = field(default_factory=list)
    status: str = ""
    remark: str = ""
    roles: str = ""
    more_keys: str = ""
    is_step_by_step: bool = False

    def parts(self, columns: int, rows: int) -> list[RenderableType]:
        """Return what to show, one below the other, on a screen of this size."""
        below = [part for block in (self._cost(), self.below) if block for part in (*block, "")]
        return [
            *self._ladder(columns, rows),
            "",
            *below,
            *([Text(self.roles, "bold")] if self.roles else []),
            Text(self.remark or self.status, "" if self.remark else "dim"),
            Text(_KEYS, "dim"),
            *([Text(self.more_keys, "dim")] if self.more_keys else []),
        ]

    def plain(self) -> list[str]:
        """Return the lines of the verdict, as pytest prints them where there is no terminal."""
        return [text for text, _ in self._shown_lines()]

    def _shown_lines(self) -> list[tuple[str, dict[str, bool]]]:
        lines = self.verdict.lines if self.verdict else []
        to_do = next((place for place, (text, _) in enumerate(lines) if text.startswith(_TO_DO)), None)
        if to_do is None or not self.is_step_by_step:
            return lines
        return lines[:to_do] + [each for each in lines[to_do:] if not each[0].startswith(_OTHER_STEPS)]

    def _cost(self) -> list[Text]:
        return [Text(line) for line in self.cost]

    def _ladder(self, columns: int, rows: int) -> list[Text]:
        if self.verdict is None:
            return [Text(f"{self.kata.name} · {self.kata.title}", "bold"), Text(f"lesson: {shown(self.kata.lesson)}")]
        whole = self._shown_lines()
        lines = self._in_lines(whole, columns)
        extra = bool(self.roles) + bool(self.more_keys)
        if len(lines) + len(self.cost) + len(self.below) + extra + 4 > rows:
            # On a small screen the step that matters stays.
            shorter = [each for each in whole if not each[0].startswith(_CAN_GO)]
            lines = self._in_lines(shorter, columns)
        return lines

    @staticmethod
    def _in_lines(texts: list[tuple[str, dict[str, bool]]], columns: int) -> list[Text]:
        return [
            Text(line, " ".join(_STYLES.get(name, name) for name in markup))
            for text, markup in texts
            for line in wrapped(text, columns)
        ]
