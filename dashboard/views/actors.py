"""Actors: who took part, with whom, from when to when, how often over time, and when nothing is heard of them."""

from dashboard import session
from dashboard.panels import empty, style
from dashboard.panels.actors import actors_panel
from dashboard.panels.filters import filtered
from dashboard.panels.link import link_note

style.apply()
if not session.documents():
    empty.no_documents()
elif session.table().empty:
    empty.no_events()
else:
    filtered()
    link_note()
    actors_panel()
