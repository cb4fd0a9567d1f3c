"""Hints that climb: one level more each time, and first of all a word on a mistake that others have made."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from dojo import backend, progress
from dojo.again import journal
from dojo.course import Kata, SourceError, parsed
from dojo.progress import Entry


def levels(kata: Kata, step: str) -> list[str]:
    """Return the hints for a step, from the nudge to the shape of the answer, in Markdown."""
    parts = re.split(r"^## `?(\w+)`?$", kata.hints.read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = dict(zip(parts[1::2], parts[2::2], strict=True)).get(step, "")
    return [" ".join(level.split()) for level in re.split(r"^\d\. ", text, flags=re.MULTILINE)[1:]]


def give(kata: Kata, step: str, entry: Entry | None, how: str) -> list[str]:
    """Return the hints for a step, one level more than the last time, in lines of Markdown.

    Args:
        kata: the kata.
        step: the name of its step.
        entry: what the last run said of it; after the pass all hints are given, and nothing is noted.
        how: what to type for the next one.
    """
    texts = [f"{number}. {text}" for number, text in enumerate(levels(kata, step), 1)]
    if entry and entry.done:
        return texts
    thoughts = thoughts_behind(kata, step, entry.line) if entry else []
    which = "this thought" if len(thoughts) == 1 else "one of these thoughts"
    lines = [f"It looks as if your answer follows {which}: {' – '.join(thoughts)} Is that so?"] if thoughts else []
    count = climb(kata, step)
    lines += texts[:count]
    if count < len(texts):
        lines.append(f"{len(texts) - count} more: {how}")
    return lines


def climb(kata: Kata, step: str) -> int:
    """Note that one level more has been shown and return how many that makes; there are only so many."""
    shown = _shown(kata)
    before = shown.get(step, 0)
    shown[step] = min(before + 1, len(levels(kata, step)))
    lines = [f"{name} {count}" for name, count in shown.items()]
    progress.write(_file(kata), f"# how many hints of {kata.name} were shown\n" + "\n".join(lines) + "\n")
    if shown[step] > before:
        journal.note(kata, "hint", f"{step} {shown[step]}")
    return shown[step]


def n_shown(kata: Kata) -> int:
    """Return how many hints of a kata were shown, all steps together."""
    return sum(_shown(kata).values())


def forget(kata: Kata) -> None:
    """Let the hints of a kata begin with the nudge again."""
    _file(kata).unlink(missing_ok=True)


def thoughts_behind(kata: Kata, step: str, line: str) -> list[str]:
    """Return the ideas of the known wrong answers whose failure reads most like this line; none if none does."""
    alike = [(says, idea) for about, says, idea in _known_mistakes(kata) if about == step and says and says in line]
    most = max((len(says) for says, _ in alike), default=0)
    return [idea for says, idea in alike if len(says) == most]


def _known_mistakes(kata: Kata) -> Iterator[tuple[str, str, str]]:
    for file in kata.wrong_answers:
        try:
            docstring = ast.get_docstring(parsed(file)) or ""
        except SourceError:  # its author reads of it from dojo verify
            continue
        labels = dict(re.findall(r"^(step|says): (.*)$", docstring, flags=re.MULTILINE))
        yield labels.get("step", ""), labels.get("says", ""), docstring.partition("\n\n")[0].replace("\n", " ")


def _file(kata: Kata) -> Path:
    return backend.state_folder() / "hints" / f"{kata.name}.txt"


def _shown(kata: Kata) -> dict[str, int]:
    file = _file(kata)
    if not file.exists():
        return {}
    # A line that makes no sense costs a hint shown twice, no more.
    found = re.findall(r"^(\w+) (\d)$", file.read_text(encoding="utf-8", errors="replace"), flags=re.MULTILINE)
    return {step: int(count) for step, count in found}
