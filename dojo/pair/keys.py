"""What the keys do that a pair has besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dojo import hints
from dojo.keys import Keys
from dojo.pair import roles
from dojo.pair.person import Person

if TYPE_CHECKING:
    from dojo.pair.turns import Session
    from dojo.pair.watcher import PairWatcher

_LINE = "s[w]ap now  [b]reak  [+] add  [-] drop  [e]nd"


class PairKeys(Keys):
    """Answers the keys of a pair.

    Args:
        watcher: whose session they change.
    """

    def __init__(self, watcher: PairWatcher):
        super().__init__(watcher)
        self._actions |= {
            "w": watcher.skip,
            "b": self._break,
            "+": self._add,
            "-": self._drop,
            "e": self._end,
            "j": self._join,
        }

    @staticmethod
    def line(session: Session) -> str:
        """Return what the screen says of these keys."""
        return f"{_LINE}  [j]oin what was pushed" if session.remote else _LINE

    def _hint(self) -> None:
        before = hints.n_shown(self._view.kata)
        super()._hint()
        self._watcher.session.turn.hints += hints.n_shown(self._view.kata) - before

    def _break(self) -> None:
        self._watcher.rest("" if self._watcher.session.rests else roles.PAUSED)

    def _add(self) -> None:
        if text := self._typed("Who joins? Name, or Name <mail>"):
            try:
                self._watcher.session.add(Person.parse(text))
            except ValueError as error:
                self._say(str(error))
            self._changed()

    def _drop(self) -> None:
        session = self._watcher.session
        text = self._typed(f"Who goes? {', '.join(person.name for person in session.people)}")
        leaving = [person for person in session.people if person.name.casefold() == text.casefold()]
        if not leaving:
            self._say(f"nobody here is called {text}" if text else "")
            return
        if leaving[0] == session.driver and len(session.people) > 2:
            self._watcher.skip()
        try:
            session.drop(leaving[0])
        except ValueError as error:
            self._say(str(error))
        self._changed()

    def _changed(self) -> None:
        self._watcher.keep()
        self._watcher.show_roles()

    def _typed(self, question: str) -> str:
        with self._watcher.terminal.lent():
            try:
                return click.prompt(question, default="", show_default=False).strip()
            except click.Abort:
                return ""

    def _join(self) -> None:
        if self._watcher.session.remote:
            self._watcher.fetch()
        else:
            self._say("these hand-overs are not pushed anywhere: dojo pair --remote NAME would")

    def _end(self) -> None:
        self._ask("e", "End the session?")

    def _answer(self, about: str, key: str) -> None:
        super()._answer(about, key)
        if (about, key) == ("e", "y"):
            self._watcher.is_at_its_end = True
            self._quit()
