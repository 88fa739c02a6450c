"""Review: the events that nobody has decided about, the most doubtful first; the log of decisions; the names of those who take part."""

import streamlit as st

from dashboard import session
from dashboard.panels import empty, style
from dashboard.panels.filters import filtered
from dashboard.panels.intake import intake_panel
from dashboard.panels.kept import kept
from dashboard.panels.link import link_note
from dashboard.panels.log import log_panel, looks_panel
from dashboard.panels.names import names_panel
from dashboard.panels.queue import queue_panel
from dashboard.panels.rejected import rejected_panel
from dashboard.words import say

QUEUE, REJECTED, LOOKS, LOG, NAMES = PARTS = ("events", "rejects", "looks", "log", "names")


def choose_part() -> str:
    """Which part of the page is shown."""
    looks = len(session.looks())
    labels = {part: say(f"review.{part}") for part in PARTS} | ({LOOKS: say("review.looks.count", count=looks)} if looks else {})
    chosen = st.segmented_control(
        say("review.part"), PARTS, key="review-part", default=QUEUE, format_func=labels.__getitem__, label_visibility="collapsed"
    )
    return str(chosen or QUEUE)


style.apply()
reading = intake_panel()
if not session.documents() and not session.log(1):
    if not reading:
        empty.no_documents()
else:
    part = choose_part()
    if part == QUEUE and not session.documents():
        empty.no_documents()
    elif part == QUEUE:
        rows = filtered().table
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
