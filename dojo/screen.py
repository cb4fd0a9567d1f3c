"""What a person sees of a run of katas: header and ladders."""

from __future__ import annotations

import os

import pytest

from dojo import backend, blackbox
from dojo.attempt import file_of
from dojo.course import Kata
from dojo.failure import shown
from dojo.judge import place
from dojo.ladder import Ladder, Outcome
from dojo.plugin import sources


class Screen:
    """The hooks of the process that has the terminal."""

    def __init__(self, config: pytest.Config, katas: list[Kata]):
        self._config = config
        source = sources(config)[0]
        self._ladders = {
            kata.name: Ladder(kata, shown(file_of(kata, source, config.invocation_params.dir))) for kata in katas
        }
        if config.option.tbstyle == "auto":
            config.option.tbstyle = "no"
        if config.option.reportchars == "fE":
            config.option.reportchars = ""
        config.option.disable_warnings = True

    def pytest_report_header(self) -> str:
        asked = " and ".join(sources(self._config))
        return f"katas: {backend.describe(os.environ['KERAS_BACKEND'])}; attempt: {asked}"

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

    def pytest_terminal_summary(self, terminalreporter) -> None:
        ladders = [ladder for ladder in self._ladders.values() if any(rung.ran for rung in ladder.rungs.values())]
        terminalreporter.ensure_newline()
        if len(ladders) > 1:
            terminalreporter.section("katas", sep="=", blue=True, bold=True)
            for ladder in ladders:
                text, markup = ladder.short()
                terminalreporter.write_line(text, **markup)
        unfinished = [ladder for ladder in ladders if ladder.current]
        for ladder in (unfinished or ladders)[:1] if len(ladders) == 1 or unfinished else ():
            terminalreporter.write_line("")
            for text, markup in ladder.lines():
                terminalreporter.write_line(text, **markup)
