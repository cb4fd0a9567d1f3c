"""Asks the remote, which may take a while, in a thread of its own: one question at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable

from dojo.pair.begin import PairError
from dojo.pair.git import GitError


class Elsewhere:
    """What is asked at the remote, and what to do with the answer.

    Args:
        tell: called from the other thread with what is to be done next, in the right one.
        say: shows a line.
    """

    def __init__(self, tell: Callable[[Callable[[], None]], None], say: Callable[[str], None]):
        self._tell, self._say = tell, say
        self._asking: threading.Thread | None = None

    def ask(self, question: Callable[[], Callable[[], None]], waits: bool = False) -> None:
        """Run this in the other thread, then what it returns in this one; what is refused is said.

        Args:
            question: what to run.
            waits: whether it comes after one that is not answered yet, instead of being dropped.
        """
        before = self._asking if self._asking and self._asking.is_alive() else None
        if before and not waits:
            self._say("the remote has not answered yet")
            return

        def run() -> None:
            if before:
                before.join()
            try:
                self._tell(question())
            except (GitError, PairError) as error:
                refused = str(error)
                self._tell(lambda: self._say(refused))

        self._asking = threading.Thread(target=run, daemon=True)
        self._asking.start()
