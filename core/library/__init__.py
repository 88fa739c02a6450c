"""The library: documents and their events, kept in one file."""

from core.library.store import Library, Outcome, Shelved, Wanted, backup, place, restore

__all__ = ["Library", "Outcome", "Shelved", "Wanted", "backup", "place", "restore"]
