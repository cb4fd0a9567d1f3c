"""Makes one harmless line of what an attempt says: terminals obey some characters, encodings lack others."""

from __future__ import annotations

import re

COLOURS = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def printable(text: str) -> str:
    """Return a text on one line, without colours, control characters and halves of characters."""
    text = _CONTROL.sub(" ", COLOURS.sub("", text))
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
