"""The library: documents and their events, kept in one file. What needs SQLAlchemy is loaded when it is first asked for."""

import importlib
import typing

if typing.TYPE_CHECKING:
    from core.library.copies import backup, restore
    from core.library.decisions import Decision, Entry, Look
    from core.library.shelve import Outcome
    from core.library.shelved import Shelved
    from core.library.store import Library
    from core.library.wanted import Wanted
    from core.library.where import place

__all__ = ["Decision", "Entry", "Library", "Look", "Outcome", "Shelved", "Wanted", "backup", "place", "restore"]

ROOMS = {
    "Library": "store",
    "Shelved": "shelved",
    "place": "where",
    **dict.fromkeys(("backup", "restore"), "copies"),
    **dict.fromkeys(("Decision", "Entry", "Look"), "decisions"),
    "Outcome": "shelve",
    "Wanted": "wanted",
}


def __getattr__(name: str) -> object:
    if name not in ROOMS:
        raise AttributeError(f"module 'core.library' has no attribute '{name}'")
    return getattr(importlib.import_module(f"core.library.{ROOMS[name]}"), name)
