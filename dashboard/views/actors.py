"""Actors: who took part, with whom, from when to when, how often over time, and when nothing is heard of them."""

from dashboard.panels.actors import actors_panel
from dashboard.panels.selection import selection

if selection() is not None:
    actors_panel()
