"""Compare: what several documents tell of, their words side by side, and where they disagree."""

from dashboard import session
from dashboard.panels import empty, style
from dashboard.panels.compare import compare_panel
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
    compare_panel()
