"""The library: documents and their events, kept in one file. What needs SQLAlchemy is loaded when it is first asked for."""

import importlib
import typing

if typing.TYPE_CHECKING:
    from core.library.store import Library, Outcome, Shelved, Wanted, backup, place, restore

__all__ = ["Library", "Outcome", "Shelved", "Wanted", "backup", "place", "restore"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'core.library' has no attribute '{name}'")
    return getattr(importlib.import_module("core.library.store"), name)
