"""Somebody with a name and a mail address, as git writes an author."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

# RFC 2606: a domain that is and stays nobody's.
NOBODYS = "pair.invalid"
# What git takes off both ends of a name; newer versions leave the dot.
_CRUD = " .,:;<>\"\\'"


@dataclass(frozen=True)
class Person:
    """Who hands over, or has handed over."""

    name: str
    mail: str

    def __str__(self) -> str:
        return f"{self.name} <{self.mail}>"

    @classmethod
    def parse(cls, text: str) -> Person:
        """Return the person that a text names.

        Args:
            text: "Ada Lovelace <ada@example.org>", or "Ada Lovelace" alone, whose mail is then one that is nobody's.

        Returns:
            A Person whose name and mail git stores as they are.

        Raises:
            ValueError: there is no name, the mail is none, or a character would break a commit's author.
        """
        if not text.isprintable():
            raise ValueError(f"{text!r} holds a line break or another character that shows nothing — write one line")
        found = re.fullmatch(r"([^<>]*)(?:<([^<>]*)>)?\s*", text)
        if not found:
            raise ValueError(f"{text!r} is no person — write a name, or a name and a mail: Ada <ada@example.org>")
        name, mail = " ".join(found[1].split()).strip(_CRUD), found[2]
        if not name:
            raise ValueError(f"{text!r} has no name — write one, with or without a mail: Ada <ada@example.org>")
        if mail is None:
            return cls(name, f"{_local_part(name)}@{NOBODYS}")
        mail = mail.strip()
        if not re.fullmatch(r"[^\s@]+@[^\s@]+", mail) or mail != mail.strip(_CRUD):
            raise ValueError(f"{mail!r} is no mail address — write one with an @, or the name alone: {name}")
        return cls(name, mail)


def _local_part(name: str) -> str:
    words = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    dotted = ".".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", words)))
    # A name in another script: something that is valid, and another one for each name.
    return dotted or f"person.{hashlib.sha256(name.encode()).hexdigest()[:8]}"
