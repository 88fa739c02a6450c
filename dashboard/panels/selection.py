"""The beginning of a page of events: the filters and the rows that they leave, or what stands where there are none."""

from dashboard import session
from dashboard.panels import empty, style
from dashboard.panels.filters import filtered
from dashboard.panels.found import found_panel
from dashboard.panels.intake import intake_panel
from dashboard.panels.link import link_note
from dashboard.panels.unplaced import unplaced_panel
from dashboard.part import Part


def selection() -> Part | None:
    """Draws the filters and gives the rows that they leave; None, and why, where there is nothing to filter."""
    style.apply()
    reading = intake_panel()
    if not session.documents():
        if not reading:
            empty.no_documents()
    elif session.table().empty:
        empty.no_events()
        unplaced_panel()
    else:
        left = filtered()
        link_note()
        return left
    return None


def events() -> Part | None:
    """The same for a page that shows these events and nothing else: None where the filters leave none, too."""
    left = selection()
    if left is None:
        return None
    found_panel()
    if left.empty:
        empty.nothing_left()
        unplaced_panel()
        return None
    return left
