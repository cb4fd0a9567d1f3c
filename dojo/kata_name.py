"""How a kata is named on the command line."""

from __future__ import annotations

import click

from dojo.course import ROOT, Kata, katas, nearest


class KataName(click.ParamType):
    """`03_instantiate`, `instantiate`, `03` or `3`."""

    name = "kata"

    def convert(self, value, param, ctx) -> Kata:
        """Return the kata, or fail with the nearest name."""
        if isinstance(value, Kata):
            return value
        word = value.rstrip("/").rpartition("/")[2]
        for kata in katas():
            if word in (kata.name, kata.slug) or (word.isdigit() and int(word) == kata.number):
                return kata
        like = nearest(word)
        there = ", ".join(kata.name for kata in katas()) or f"none in {ROOT}"
        hint = f"did you mean {like}?" if like else f"there are {there}"
        return self.fail(f"there is no kata {value!r} — {hint}", param, ctx)

    def shell_complete(self, ctx, param, incomplete):
        """Return the names that begin like this."""
        names = [kata.name for kata in katas()]
        return [click.shell_completion.CompletionItem(name) for name in names if name.startswith(incomplete)]


KATA = KataName()
