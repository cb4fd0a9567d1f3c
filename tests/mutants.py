"""Makes the mutants of an answer: its source again and again, each time with one small mistake in it."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst
from libcst.metadata import MetadataWrapper
from mutmut.mutation.file_mutation import MutationVisitor
from mutmut.mutation.mutators import mutation_operators, operator_arg_removal
from mutmut.mutation.pragma_handling import IgnoredCode


@dataclass(frozen=True)
class Mutant:
    """An answer with one mistake. `step` is the top-level name it stands in, None where it stands in none."""

    step: str | None
    text: str
    diff: str

    @property
    def line(self) -> str:
        """The mutated line, by which a list names the mutant; several lines as one."""
        taken, added = (
            " ".join(line[1:].strip() for line in self.diff.splitlines() if line[0] == sign) for sign in "-+"
        )
        return f"{added or 'nothing'}  # {taken}" if added in ("", "pass", "return None") else added


def mutants(source: str) -> Iterator[Mutant]:
    """Yield each mutant once; those that only read otherwise, in docstrings or layout, are none."""
    # An argument that is None stops most calls, and says nothing more than one that is left out.
    operators = [pair for pair in mutation_operators if pair[1] is not operator_arg_removal]
    visitor = MutationVisitor([*operators, *OPERATORS], IgnoredCode(set(), set(), set()))
    module = MetadataWrapper(cst.parse_module(source)).visit(visitor)
    seen = {_meaning(source)}
    for mutation in visitor.mutations:
        text = module.deep_replace(mutation.original_node, mutation.mutated_node).code
        try:
            meaning = _meaning(text)
        except SyntaxError:
            continue
        if meaning not in seen:
            seen.add(meaning)
            yield _mutant(source, text)


def _mutant(source: str, text: str) -> Mutant:
    before, after = source.splitlines(), text.splitlines()
    diff = "\n".join(list(difflib.unified_diff(before, after, n=1, lineterm=""))[2:])
    changed = next(n for n, pair in enumerate(zip(before, [*after, None], strict=False), 1) if pair[0] != pair[1])
    nodes = (node for node in ast.parse(source).body if node.lineno <= changed <= node.end_lineno)
    return Mutant(getattr(next(nodes, None), "name", None), text, diff)


def _meaning(source: str) -> str:
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node) is not None:
            node.body[0].value.value = ""
    return ast.dump(tree)


# mutmut's own operators leave out what learners get wrong most often: a line or a return forgotten, a question turned
# round, two arguments swapped, one too few.


def _one_less(node: cst.Integer | cst.Float) -> Iterator[cst.CSTNode]:
    value = node.evaluated_value - 1
    number = node.with_changes(value=repr(abs(value)))
    yield (
        number
        if value >= 0
        else cst.UnaryOperation(cst.Minus(), number, lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    )


def _forgotten(node: cst.SimpleStatementLine) -> Iterator[cst.CSTNode]:
    (first, *_) = node.body
    is_call = isinstance(first, cst.Expr) and isinstance(first.value, cst.Call)
    if is_call or isinstance(first, (cst.AugAssign, cst.Raise, cst.Del)):
        yield node.with_changes(body=[cst.Pass()])


def _nothing_returned(node: cst.Return) -> Iterator[cst.CSTNode]:
    if node.value:
        yield node.with_changes(value=cst.Name("None"), whitespace_after_return=cst.SimpleWhitespace(" "))


def _turned_round(node: cst.If | cst.CompIf | cst.IfExp) -> Iterator[cst.CSTNode]:
    question = node.test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    yield node.with_changes(test=cst.UnaryOperation(cst.Not(), question))


def _left_out(node: cst.Call) -> Iterator[cst.CSTNode]:
    for i in range(len(node.args) if len(node.args) > 1 else 0):
        yield node.with_changes(args=[*node.args[:i], *node.args[i + 1 :]])


def _swapped(node: cst.Call) -> Iterator[cst.CSTNode]:
    name = node.func.attr if isinstance(node.func, cst.Attribute) else node.func
    if getattr(name, "value", "") in EITHER_WAY:
        return
    args = list(node.args)
    for i in range(1, len(args)):
        if not any(arg.star or arg.keyword for arg in args[i - 1 : i + 1]):
            left, right = args[i - 1], args[i]
            pair = [left.with_changes(value=right.value), right.with_changes(value=left.value)]
            yield node.with_changes(args=[*args[: i - 1], *pair, *args[i + 1 :]])


EITHER_WAY = {"add", "multiply", "equal", "maximum", "minimum", "max", "min"}
OPERATORS = [
    (cst.Integer, _one_less),
    (cst.Float, _one_less),
    (cst.SimpleStatementLine, _forgotten),
    (cst.Return, _nothing_returned),
    (cst.If, _turned_round),
    (cst.CompIf, _turned_round),
    (cst.IfExp, _turned_round),
    (cst.Call, _left_out),
    (cst.Call, _swapped),
]
