"""Meaning and anchor -> the place on the calendar. The only room that knows anchors.

A text is read as *news* (what is missing is filled in from the document's date, forwards or backwards by the tense nearby) or as
*narrative* (from the date named before, which rolls forward).
"""

from core.resolve.measured import with_places
from core.resolve.order import order_of
from core.resolve.reading import Found, reading_of
from core.resolve.resolver import Resolver

__all__ = ["Found", "Resolver", "order_of", "reading_of", "with_places"]
