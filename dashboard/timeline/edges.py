"""What the edges of a view do to the bodies of a lane that has its rows: no label leaves the plot, nothing that can be in sight is out of
it.

What stands whole in the view, with its label at the right, is left where it is, so that it stays put while one pans. A label that would
leave the plot turns to the left of its mark, stands upon a mark that covers the view, or is cut; where the left is taken the mark may
change its row.
"""

from dashboard.timeline.pack import BETWEEN, GAP, HEAD, RADIUS, Body, Rows
from dashboard.timeline.text import cut, text_width

AIR = 2.0
"""Pixels between a label and the edge of the plot."""


def fit(bodies: list[Body], plot: float, most: int) -> None:
    """Fits the bodies of a lane, which have their rows, into a view of so many pixels; labels that turn may open rows, up to `most`."""
    shown = [body for body in bodies if body.right > 0 and body.left < plot]
    for body in bodies:
        _keep_in_sight(body, plot)
        _hide_cut_label(body)
    loose = [body for body in shown if body.label and not _beyond(body, plot) and body.extent[1] > plot - AIR]
    rows = Rows()
    for body in shown:
        rows.take(body.row, *((body.left, body.right) if body in loose else body.extent))
    for body in loose:
        _turn(body, rows, plot, most)


def _keep_in_sight(body: Body, plot: float) -> None:
    """The arrow of an open end stands at the edge; anywhere in its stretch is as true for a glyph as its middle."""
    if body.open_start and body.left < 0 < body.right:
        body.left = min(HEAD, body.right - HEAD)
    if body.open_end and body.left < plot < body.right:
        body.right = max(plot - HEAD, body.left + HEAD)
    if body.whisker and body.at is not None and body.right > 0 and body.left < plot and not 0 <= body.at <= plot:
        body.at = (max(body.left, RADIUS) + min(body.right, plot - RADIUS)) / 2


def _hide_cut_label(body: Body) -> None:
    """The label of a mark left of the view must not reach into it; it keeps its room, so that nothing moves when the mark comes in."""
    left = body.right if body.at is None or body.whisker else body.at
    if left <= 0 < body.extent[1]:
        body.label = ""


def _beyond(body: Body, plot: float) -> bool:
    """Whether a mark lies outside, though half of its glyph may reach over the edge."""
    return body.at is not None and not body.whisker and not 0 <= body.at <= plot


def _turn(body: Body, rows: Rows, plot: float, most: int) -> None:
    """Find a place for a label that would leave the plot at the right."""
    own = rows.taken[body.row]
    own.remove((body.left, body.right))
    taken = max((right + BETWEEN for _, right in own if right <= body.left), default=AIR)
    left_room = body.left - body.gap_left - max(taken, AIR)
    inside_room = min(body.right, plot) - max(body.left, 0.0) - 2 * GAP - (4 * RADIUS if body.at is not None else 0)
    left_end = body.left - body.gap_left - body.label_width
    if body.label_width <= left_room:
        body.side = "left"
    elif left_end >= AIR and (row := rows.place(left_end, body.right, max(most, len(rows.taken)))) >= 0:
        body.side, body.row = "left", row
        return
    elif body.label_width <= inside_room:
        _set_inside(body)
    else:
        right_room = plot - body.right - body.gap_right - AIR
        room = max(right_room, left_room, inside_room)
        body.label = cut(body.label, room)
        body.label_width = text_width(body.label)
        if room == inside_room:
            _set_inside(body)
        else:
            body.side = "right" if room == right_room else "left"
    rows.take(body.row, *body.extent)


def _set_inside(body: Body) -> None:
    """The label inside a whisker stands at the left; its glyph goes to the right of it."""
    body.side = "inside"
    if body.at is not None:
        body.at = max(body.at, body.label_left + body.label_width + GAP + RADIUS)
