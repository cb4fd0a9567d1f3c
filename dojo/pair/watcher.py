"""The watcher of people who take turns: it knows whose turn it is, and hands over."""

from __future__ import annotations

import threading
from collections.abc import Callable

from dojo import clock
from dojo.course import Kata, katas
from dojo.pair import begin, logbook, roles, state
from dojo.pair.elsewhere import Elsewhere
from dojo.pair.git import GitError
from dojo.pair.handover import Branch
from dojo.pair.keys import PairKeys
from dojo.pair.turns import Session
from dojo.pool import Verdict
from dojo.view import View
from dojo.watch import Watcher

_MEMORY = 10.0  # seconds at the keyboard that a power cut may cost
_A_LOOK = 30.0  # seconds; whoever gives the keyboard on sooner has not had a turn


class PairWatcher(Watcher):
    """A watcher with roles.

    Args:
        session: who takes turns, at which kata.
        branch: where hand-overs go.
    """

    def __init__(self, session: Session, branch: Branch):
        self.session = session
        self.is_at_its_end = False  # by the key; else the session stays open
        self._branch = branch
        self._counted = self._kept = clock.seconds()
        self._elsewhere = Elsewhere(lambda then: self.tell(self._heard, then), self._announce)
        self._announcement = ""
        super().__init__(kata_of(session))

    def _view_of(self, kata: Kata, remark: str = "") -> View:
        return View(
            kata,
            remark=remark,
            roles=roles.line(self.session),
            more_keys=PairKeys.line(self.session),
            is_step_by_step=self.session.is_ping_pong,
        )

    def _answerer(self) -> PairKeys:
        return PairKeys(self)

    def run(self) -> None:
        """Watch until the end of the session or of the terminal."""
        state.save(self.session)
        stop = threading.Event()
        threading.Thread(target=self._tick_on, args=[stop], daemon=True).start()
        try:
            super().run()
        finally:
            stop.set()
            self._pass_time()
            state.save(self.session)

    def _tick_on(self, stop: threading.Event) -> None:
        while not stop.wait(1.0):
            self.tell(self._tick)

    def _tick(self) -> None:
        self._pass_time()
        # A verdict that is on its way may be green.
        reason = "" if self.session.rests or self._pool.busy else self.session.overdue()
        if reason:
            self.hand_over(reason)
        elif self._counted - self._kept > _MEMORY:
            self.keep()
        self.show_roles()

    def _pass_time(self) -> None:
        now = clock.seconds()
        self.session.pass_time(now - self._counted)
        self._counted = now

    def keep(self) -> None:
        """Write the session down; a full disk is told and ends nothing."""
        self._kept = self._counted
        try:
            state.save(self.session)
        except OSError as error:
            self.view.remark = f"the session cannot be written down: {error.strerror}"

    def show_roles(self) -> None:
        """Say who does what, if that has changed."""
        if roles.line(self.session) != self.view.roles:
            self.view.roles = roles.line(self.session)
            self.terminal.draw(self.view)

    def rest(self, why: str) -> None:
        """Stop the time ("" lets it run on)."""
        self._pass_time()
        self.session.rests = why
        self.keep()
        self.show_roles()

    def _announce(self, text: str) -> None:
        """Say something that may go with the next save."""
        self.view.remark = self._announcement = text

    def _saved(self) -> None:
        if self._texts() != self._judged:
            if self.view.remark == self._announcement:
                self.view.remark = ""
            if self.session.rests:
                self.rest("")
        super()._saved()

    def _take_note(self, verdict: Verdict) -> None:
        self._pass_time()
        if verdict.marks and (reason := self.session.judged(self.view.kata.name, verdict.marks)):
            self.hand_over(reason)

    def hand_over(self, reason: str) -> None:
        """Give the keyboard to the next, and commit what is there."""
        self._pass_time()
        try:
            files = begin.stubs(self.session)
            commit = self._branch.hand_over(logbook.entry(self.session), self.session.driver, files)
            told = f"commit {commit[:7]} on {self._branch.name}"
        except GitError as error:
            commit, told = "", f"no commit: {error}"
        self.session.hand_over()
        whose = f"{reason}. {self.session.driver.name}, it is your turn"
        if commit and self.session.remote:
            self.session.rests = roles.HANDED_OVER
            self._elsewhere.ask(lambda: self._push(whose), waits=True)
        self._announce(f"{whose} ({told})")
        self.keep()
        self.show_roles()

    def skip(self) -> None:
        """Give the keyboard to the next at once; a turn that has hardly begun is none."""
        self._pass_time()
        name = self.session.driver.name
        if self.session.turn.seconds < _A_LOOK and not self.session.turn.green:
            self.session.skip()
            self._announce(f"{name} sits this one out")
            self.keep()
            self.show_roles()
        else:
            self.hand_over(f"{name} hands over")

    def fetch(self) -> None:
        """Go on from where somebody handed over elsewhere."""
        self.view.remark = f"asking {self.session.remote} …"
        self._elsewhere.ask(self._take)

    def _heard(self, then: Callable[[], None]) -> None:
        then()
        self.terminal.draw(self.view)

    def _push(self, whose: str) -> Callable[[], None]:
        self._branch.push()
        return lambda: self._announce(f"{whose} (pushed to {self.session.remote})")

    def _take(self) -> Callable[[], None]:
        if not begin.take(self._branch):
            return lambda: self._announce(f"nothing new on {self.session.remote}")
        session = begin.read(self._branch)
        return lambda: self._go_on(session)

    def _go_on(self, session: Session) -> None:
        self.session = session
        self.keep()
        self.go_to(kata_of(self.session))


def kata_of(session: Session) -> Kata:
    """Return the kata that a session is at, the first one where the course has no such kata any more."""
    return next((kata for kata in katas() if kata.name == session.kata), katas()[0])
