"""Puts what two answers cost next to each other, in words: only what differs noticeably."""

from __future__ import annotations

# step -> {"parameters": 12, "compilations": 3, "seconds": 0.5}, as the meter writes it. What one side lacks is not
# compared: only JAX counts compilations, and the time of a step that ran cold says nothing.
Figures = dict[str, dict[str, float]]

# The figures in the order they are shown, and what it may mean that one is larger than the reference's.
FIGURES = {
    "parameters": "More parameters: is something made twice, or wider than it need be?",
    "compilations": "More compilations: JAX compiles an operation for each shape, and a function each time it is made.",
    "seconds": "More time: is something done twice, or piece by piece where one call would do?",
}
_PARAMETERS = "Parameters: the numbers in all weights made while the tests run, which are the same tests for both."


def compare(mine: Figures, reference: Figures) -> list[str]:
    """Return the lines that say how an answer differs from the reference: one, if no step does noticeably.

    Args:
        mine: the figures of an answer.
        reference: the reference's; with "seconds" only where both were timed at about the same moment.
    """
    total, usual = _total(mine, reference), _total(reference, mine)
    in_all = _side_by_side([name for name in total if total[name] or usual[name]], total, usual)
    differing = {step: names for step in reference if (names := noticed(step, mine, reference))}
    if not differing:
        return [f"Your answer costs about what the reference (in brackets) costs{in_all and ': '}{in_all}."]
    width = max(len(step) for step in (*differing, "all steps")) + 2
    lines = ["Your answer, with the reference in brackets:"]
    lines += [f"  {step:<{width}}{_side_by_side(differing[step], mine[step], reference[step])}" for step in differing]
    lines += [f"  {'all steps':<{width}}{in_all}"]
    more = {name for step in differing for name in differing[step] if mine[step][name] > reference[step][name]}
    lines += [FIGURES[name] for name in FIGURES if name in more]
    return lines + [_PARAMETERS] * any("parameters" in names for names in differing.values())


def noticed(step: str, mine: Figures, reference: Figures) -> list[str]:
    """Return the names of the figures in which a step differs noticeably."""
    names = [name for name in FIGURES if name in mine.get(step, {}) and name in reference[step]]
    total, usual = _total(mine, reference), _total(reference, mine)
    in_all = {name: total.get(name, 0) - usual.get(name, 0) for name in names}
    return [name for name in names if _differs(name, mine[step][name], reference[step][name], in_all[name])]


def _differs(name: str, figure: float, usual: float, more_in_all: float) -> bool:
    more = figure - usual
    if name == "parameters":
        return abs(more) > usual / 10
    if name == "compilations":
        # One operation in another's place is a few programs. And what a step compiles serves the next ones: where all
        # steps together compile no more, it has only moved.
        return abs(more) >= max(10, usual / 4) and (more_in_all >= 10 if more > 0 else more_in_all <= -10)
    # A machine is noisy: only what is plain, and that an answer is quicker is no fault of it.
    return figure > 2 * usual and more > 0.2


def _total(figures: Figures, other: Figures) -> dict[str, float]:
    """Return the sums over the steps that both have, of the figures that all of these have on both sides."""
    steps = figures.keys() & other.keys()
    names = [name for name in FIGURES if all(name in figures[step] and name in other[step] for step in steps)]
    return {name: sum(figures[step][name] for step in steps) for name in names}


def _side_by_side(names: list[str], figures: dict[str, float], usual: dict[str, float]) -> str:
    words = [f"{_in_words(name, figures[name])} ({_number(name, usual[name])})" for name in names]
    return ", ".join(words)


def _in_words(name: str, figure: float) -> str:
    if name == "seconds":
        return f"about {_number(name, figure)}"
    return f"{_number(name, figure)} {name if figure != 1 else name.removesuffix('s')}"


def _number(name: str, figure: float) -> str:
    return f"{figure:.1f} s" if name == "seconds" else f"{figure:,}"
