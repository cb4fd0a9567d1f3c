"""What each key of the watcher does."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import click
from rich.markdown import Markdown

from dojo import hints, overview
from dojo.again import journal
from dojo.course import katas, shown
from dojo.view import View

if TYPE_CHECKING:
    from dojo.watch import Watcher


class Keys:
    """Answers the keys.

    Args:
        watcher: whose view they change.
    """

    def __init__(self, watcher: Watcher):
        self._watcher = watcher
        self._asked = ""  # the key that asked a question
        self._actions = {
            "h": self._hint,
            "n": lambda: self._go(1),
            "p": lambda: self._go(-1),
            "l": self._list,
            "r": watcher.judge,
            "o": self._open,
            "s": self._solutions,
            "q": self._quit,
        }

    @property
    def _view(self) -> View:
        return self._watcher.view

    def press(self, key: str) -> None:
        """Do what a key is for: one of those on the screen, or "resize" or "end of input" of the terminal."""
        if key == "end of input":
            self._quit()
            return
        if key != "resize":
            asked, self._asked = self._asked, ""
            self._view.remark = ""
            if asked:
                self._answer(asked, key)
            elif key in self._actions:
                self._act(key)
        if not self._watcher.enough:
            self._watcher.terminal.draw(self._view)

    def _act(self, key: str) -> None:
        try:
            self._actions[key]()
        except OSError as error:  # a full disk is no reason to end
            self._say(f"{error.strerror or error}: {error.filename or 'a file of the course'}")

    def _say(self, text: str) -> None:
        self._view.remark = text

    def _quit(self) -> None:
        self._watcher.enough = True

    def _hint(self) -> None:
        kata, verdict = self._view.kata, self._view.verdict
        if verdict and verdict.current:
            entry = overview.standing_of(kata, self._say).entries.get(verdict.current)
            self._view.below = [Markdown(line) for line in hints.give(kata, verdict.current, entry, how="h")]
        elif verdict and verdict.done:
            self._say(f"{kata.name} is done; all hints for a step: dojo hint {kata.number} STEP")
        else:
            self._say("a hint is about the step that the verdict shows, and there is none yet")

    def _list(self) -> None:
        self._view.below = [overview.table(self._say)]

    def _go(self, step: int) -> None:
        all_katas = katas()
        place = all_katas.index(self._view.kata) + step
        if not 0 <= place < len(all_katas):
            self._say(f"there is no kata {'after' if step > 0 else 'before'} this one")
            return
        self._watcher.go_to(all_katas[place])

    def _open(self) -> None:
        with self._watcher.terminal.lent():
            try:
                click.edit(filename=str(self._view.kata.stub), editor=_editor())
            except click.ClickException as error:
                self._say(error.format_message())

    def _solutions(self) -> None:
        if self._view.verdict and self._view.verdict.done:
            self._show_solutions()
        else:
            self._ask("s", "Not all steps are done. Read the reference and other right answers now?")

    def _ask(self, about: str, question: str) -> None:
        self._asked = about
        self._say(f"{question} y / n")

    def _answer(self, about: str, key: str) -> None:
        if (about, key) == ("s", "y"):
            journal.note(self._view.kata, "answers")
            self._show_solutions()

    def _show_solutions(self) -> None:
        kata = self._view.kata
        files = [kata.reference, *kata.right_answers]
        with self._watcher.terminal.lent():
            click.echo_via_pager(
                f"# ──── {shown(file)}\n\n{file.read_text(encoding='utf-8').rstrip()}\n\n\n" for file in files
            )


def _editor() -> str | None:
    """Return what opens a file where VISUAL and EDITOR do not say: the editor around this terminal; None is click's."""
    inside_vscode = os.environ.get("TERM_PROGRAM") == "vscode" and shutil.which("code")
    return "code --reuse-window" if inside_vscode and not {"VISUAL", "EDITOR"} & set(os.environ) else None
