"""What a person hands over in the browser: the names of files and texts, made harmless."""

import re
from collections.abc import Container
from itertools import count
from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory
from textwrap import shorten

from core.aliases import Aliases, read_aliases
from core.readers import ADDRESS
from dashboard.words import say

NAME = 70
"""Characters of a first line that make a name."""
GIVEN = say("add.given")


def received_aliases(name: str, content: bytes) -> Aliases:
    """The aliases file in some bytes that came under a file name. Raises ReadError."""
    with TemporaryDirectory() as folder:
        file = Path(folder, file_name(name))
        file.write_bytes(content)
        return read_aliases(file)


def first_line(text: str) -> str:
    """What a text without a title is called: its first line, cut at a word where it is long; nothing where it begins with front matter.

    >>> first_line("\\n# Talks in Doha\\n\\nThey met on Monday."), first_line("---\\npublished: 2021\\n---\\nThey met.")
    ('Talks in Doha', '')
    """
    line = next((line for line in text.splitlines() if line.strip("\ufeff \t#*_")), "").strip("\ufeff \t#*_")
    return "" if line.startswith(("---", "+++")) else shorten(line, NAME, placeholder=" …")


def file_name(name: str) -> str:
    """A harmless file name with the same ending.

    >>> file_name("../../etc/passwd"), file_name("C:\\\\texts\\\\Doha talks.md"), file_name("")
    ('passwd', 'Doha talks.md', 'document.txt')
    """
    last = PurePosixPath(PureWindowsPath(name).name).name
    return re.sub(r'[\x00-\x1f<>:"|?*]', "", last)[-120:].lstrip(".") or "document.txt"


def addresses(typed: str) -> list[str]:
    """The addresses in some lines: each line is one, and never a path.

    >>> addresses("https://a.example/x\\n\\n b.example/y \\n/etc/passwd")
    ['https://a.example/x', 'https://b.example/y', 'https:///etc/passwd']
    """
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    return list(dict.fromkeys(line if ADDRESS.match(line) else f"https://{line}" for line in lines))


def inside(name: str) -> str:
    """The folders in which a file lies inside of the one that was handed over, harmless, with a slash at their end; nothing for the
    folder itself.

    >>> inside("letters/1916/May.txt"), inside("letters/May.txt"), inside("../../etc/passwd")
    ('1916/', '', '')
    """
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("..", "/")]
    return "".join(f"{file_name(folder)}/" for folder in parts[1:-1])


def free(identifier: str, taken: Container[str]) -> str:
    """The id itself, or with the first number that makes it new.

    >>> free("talks", {"talks", "talks-2"})
    'talks-3'
    """
    if identifier not in taken:
        return identifier
    return next(name for number in count(2) if (name := f"{identifier}-{number}") not in taken)
