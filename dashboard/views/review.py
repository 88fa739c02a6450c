"""Review: the events that nobody has decided about, the most doubtful first; the log of decisions; the names of those who take part."""

import streamlit as st

from dashboard import session
from dashboard.panels import empty, style
from dashboard.panels.filters import filtered
from dashboard.panels.kept import kept
from dashboard.panels.link import link_note
from dashboard.panels.log import log_panel, looks_panel
from dashboard.panels.names import names_panel
from dashboard.panels.queue import queue_panel
from dashboard.panels.rejected import rejected_panel

QUEUE, REJECTED, LOOKS, LOG, NAMES = "Events", "Rejected", "Needs a look", "Log", "Names"


def choose_part() -> str:
    """Which part of the page is shown."""
    looks = len(session.looks())
    labels = {LOOKS: f"{LOOKS} ({looks})"} if looks else {}
    parts = [QUEUE, REJECTED, LOOKS, LOG, NAMES]
    chosen = st.segmented_control(
        "Part", parts, key="review-part", default=QUEUE, format_func=lambda part: labels.get(part, part), label_visibility="collapsed"
    )
    return str(chosen or QUEUE)


style.apply()
if not session.documents():
    empty.no_documents()
else:
    part = choose_part()
    if part == QUEUE:
        rows = filtered()
        link_note()
        if rows.empty:
            empty.nothing_left()
        else:
            queue_panel(rows)
    elif part == REJECTED:
        rejected_panel()
    elif part == LOOKS:
        looks_panel()
    elif part == LOG:
        log_panel()
    else:
        names_panel()
    kept()
