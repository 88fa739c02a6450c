"""Where the library is."""

import re
from pathlib import Path

from core.errors import LibraryError

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://")


def place(path: str | Path | None = None) -> Path:
    """Where the library is: the given path or address ("sqlite:///case.db"), else DATELINE_LIBRARY, else the user's data folder.

    Raises LibraryError for an address of another kind.

    >>> place("sqlite:///case.db").name
    'case.db'
    """
    import os

    import platformdirs

    given = path or os.environ.get("DATELINE_LIBRARY")
    if given and ADDRESS.match(str(given)):
        kind, _, given = str(given).partition("://")
        if kind != "sqlite" or len(given) < 2:
            raise LibraryError(f"{kind}: libraries are SQLite files so far; give --library a path, or sqlite:///path")
        given = given[1:]
    return Path(given) if given else Path(platformdirs.user_data_dir("dateline")) / "library.db"
