"""Names that people have joined, as an aliases file has them, and back."""

from collections.abc import Iterable

from core.aliases import Alias, Aliases
from core.library.decisions import Entry


def aliases_of(log: Iterable[Entry]) -> list[Alias]:
    """The renames in force everywhere, as rows of an aliases file; `log` is the newest first."""
    taken = [e.decision.values for e in log if e.in_force and e.decision.kind == "rename" and not e.decision.events]
    return [Alias(new, old) for names in reversed(taken) for old, new in names.items()]


def renames(aliases: Aliases) -> dict[str, str]:
    """What names become as an aliases file says.

    >>> renames(Aliases([Alias("Joe Biden", "Biden"), Alias("Qatar", "")]))
    {'Biden': 'Joe Biden'}
    """
    return {row.alias: row.name for row in aliases.rows if row.alias and row.alias != row.name}
