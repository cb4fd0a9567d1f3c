"""Makes one harmless line of what others have written: terminals obey some characters, encodings lack others."""

from __future__ import annotations

import re

COLOURS = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
# With those that turn the direction of the text around them.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]+")


def printable(text: str) -> str:
    """Return a text on one line, without colours, control characters and halves of characters."""
    text = _CONTROL.sub(" ", COLOURS.sub("", text))
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
