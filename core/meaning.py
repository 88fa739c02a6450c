"""What a time expression says before a calendar is at hand: a closed union of small records, resolved by `core.resolve` alone."""

from dataclasses import dataclass

from core.when import Mod


@dataclass(frozen=True, slots=True)
class Absolute:
    """A place on the calendar that needs no anchor, as EDTF."""

    edtf: str
    mod: Mod | None = None


Meaning = Absolute
