"""Compare: what several documents tell of, their words side by side, and where they disagree."""

from dashboard.panels.compare import compare_panel
from dashboard.panels.selection import selection

if selection() is not None:
    compare_panel()
