"""What a person sees of a run of katas: header and ladders."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress

import pytest

from dojo import backend, blackbox, progress
from dojo.again import fresh, journal, rounds, story
from dojo.attempt import file_of
from dojo.collection import place
from dojo.course import Kata, shown, typed
from dojo.ladder import Ladder, Outcome, wrapped
from dojo.plugin import sources


class Screen:
    """The hooks of the process that has the terminal."""

    def __init__(self, config: pytest.Config, katas: list[Kata]):
        self._config = config
        given = sources(config)
        flags = [f" --attempt={source}" for source in given if given != ["stub"]]
        self._ladders: dict[str, Ladder] = {}
        self._broken: list[str] = []  # tests that could not even be read
        # What a learner's progress is kept by; of other attempts nothing is.
        self._texts = {kata.name: kata.stub.read_bytes() for kata in katas if given == ["stub"] and kata.stub.exists()}
        for kata in katas:
            edited = shown(file_of(kata, given[0], config.invocation_params.dir))
            self._ladders[kata.name] = Ladder(kata, edited, f"pytest {typed(kata.folder)}{''.join(flags)}")
        if config.option.tbstyle == "auto":
            config.option.tbstyle = "no"
        if config.option.reportchars == "fE":
            config.option.reportchars = ""
        config.option.disable_warnings = True

    @property
    def ladders(self) -> list[Ladder]:
        """The ladders of the katas of which something ran."""
        return [ladder for ladder in self._ladders.values() if any(rung.ran for rung in ladder.rungs.values())]

    def pytest_report_header(self) -> str:
        asked = " and ".join(sources(self._config))
        return f"katas: {backend.describe(os.environ['KERAS_BACKEND'])}; attempt: {asked}"

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            file, said = report.nodeid.partition("::")[0], report.longreprtext.strip().splitlines()[-1]
            self._broken.append(
                f"our test broke, the mistake is not yours — `git restore {file}` may mend it: "
                f"{said.removeprefix('E').strip()}"
            )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        kata, step = place(report.nodeid)
        if kata is None or (report.when != "call" and report.passed) or report.when == "teardown":
            return
        rung = self._ladders[kata.name].rungs[step]
        if report.skipped:
            rung.skipped.append(report.longrepr[2].removeprefix("Skipped: "))
            return
        said = getattr(report, "dojo", None) or {}
        if report.failed and not said:
            said = {"line": f"{step}: {blackbox.DIED}"}
        rung.outcomes.append(Outcome(report.passed, printed=report.capstdout if report.failed else "", **said))

    def pytest_terminal_summary(self, terminalreporter, exitstatus: int) -> None:
        ladders = self.ladders
        if exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) and not self._judges_parts_of_steps():
            self._record(ladders)
        terminalreporter.ensure_newline()
        for line in self._broken:
            terminalreporter.write_line(line, red=True)
        if len(ladders) > 1:
            terminalreporter.section("katas", sep="=", blue=True, bold=True)
            for ladder in ladders:
                text, markup = ladder.short()
                terminalreporter.write_line(text, **markup)
            ladders = [ladder for ladder in ladders if ladder.current]
        for ladder in ladders[:1]:
            terminalreporter.write_line("")
            for text, markup in ladder.lines():
                # What is read by a program stays in one line.
                width = shutil.get_terminal_size().columns if terminalreporter.isatty else 0
                for line in wrapped(text, width):
                    terminalreporter.write_line(line, **markup)

    def _judges_parts_of_steps(self) -> bool:
        """Whether options may leave out tests of a step: then none of them is known to be done."""
        option = self._config.option
        chosen = option.keyword or option.markexpr or option.maxfail or getattr(option, "lf", False)
        return bool(chosen or any("::" in argument for argument in self._config.args))

    def _record(self, ladders: list[Ladder]) -> None:
        for ladder in ladders:
            if ladder.kata.name in self._texts:
                # A full disk must not cost anybody the verdict.
                with suppress(OSError, progress.DamagedError):
                    _note(ladder, self._texts[ladder.kata.name])


def _note(ladder: Ladder, text: bytes) -> None:
    """Note a run of this text; where that made the kata green, the ladder tells how."""
    kata = ladder.kata
    ran = {rung.step.name: rung.failures for rung in ladder.rungs.values() if rung.ran}
    rounds.adopt(kata)
    progress.record(kata, text, {step: failures[0].line if failures else "" for step, failures in ran.items()})
    fresh.notice(kata)
    wrong = sum(rung.mark == "✗" for rung in ladder.rungs.values())
    digest = progress.digest(text)
    journal.note(kata, "run", rounds.run_details(progress.n_done_in(kata, text), len(kata.steps), wrong, digest))
    if ladder.current is None:
        ladder.story = story.at_the_pass(rounds.of(kata))
