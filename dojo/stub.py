"""Cuts a stub from a reference: signatures and docstrings stay, bodies become a TODO.

`python -m dojo.stub 03_instantiate` prints the stub of a kata.
"""

from __future__ import annotations

import ast
import sys

from dojo.course import ROOT, Kata

# In a reference, the comment that becomes the stub's TODO: a question that starts the learner thinking.
MARK = "# stub: "
_DEFAULT = "your turn"
_WIDTH = 120  # as in pyproject.toml, so that a formatter finds nothing to do in a stub


def stub_of(reference: str) -> str:
    """Return the text of the stub for the text of a reference.

    Private names and decorators are left out: they are part of the answer.
    """
    lines = reference.splitlines()
    parts, imported_until = [], None
    for node in ast.parse(reference).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            if not _is_private(node.name):
                parts.append("\n\n" + "\n".join(_cut(node, lines)))
        elif _is_docstring(node):
            parts.append(_source(node, lines) + "\n")
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            between_groups = imported_until is not None and node.lineno > imported_until + 1
            parts.append(("\n" if between_groups else "") + _source(node, lines))
            imported_until = node.end_lineno
    return "\n".join(parts) + "\n"


def _cut(node: ast.FunctionDef | ast.ClassDef, lines: list[str]) -> list[str]:
    docstring = [node.body[0]] if _is_docstring(node.body[0]) else []
    first = node.body[0]
    kept = lines[node.lineno - 1 : (first.end_lineno if docstring else first.lineno - 1)]
    if isinstance(node, ast.ClassDef):
        for method in node.body[len(docstring) :]:
            if isinstance(method, ast.FunctionDef) and not _is_private(method.name):
                kept += ["", *_cut(method, lines)]
        return kept
    if not docstring:
        # A comment between the signature and the first statement belongs to the body.
        while kept[-1].lstrip().startswith("#"):
            kept.pop()
    body = lines[node.lineno - 1 : node.end_lineno]
    asked = next((line.split(MARK, 1)[1] for line in body if MARK in line), _DEFAULT)
    indent = " " * (node.col_offset + 4)
    line = f'{indent}raise NotImplementedError("TODO: {asked}")'
    if len(line) > _WIDTH:
        return [*kept, f"{indent}raise NotImplementedError(", f'{indent}    "TODO: {asked}"', f"{indent})"]
    return [*kept, line]


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _source(node: ast.stmt, lines: list[str]) -> str:
    return "\n".join(lines[node.lineno - 1 : node.end_lineno])


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(stub_of(Kata(ROOT / "katas" / name).reference.read_text(encoding="utf-8")), end="")
