"""The events of one actor over time as a strip of bars, the silences shaded: plain HTML, so that it is there at once and on paper too."""

from collections.abc import Sequence
from html import escape

import numpy as np
import pandas as pd

from dashboard.cast.cast import bounds
from dashboard.cast.silences import Silence
from dashboard.timeline.ticks import ticks

BARS = 60
WIDTH = 320
"""Pixels for which the labels of the axis are chosen: a phone's; on a wider screen they stand further apart."""


def strip(table: pd.DataFrame, silent: Sequence[Silence], about: str) -> str:
    """How many events there are in each of BARS equal parts of their time; `about` says it to who does not see it."""
    start, end = bounds(table)
    at = (start + end) / 2
    low = float(np.nanmin(start))
    length = max(float(np.nanmax(end)) - low, 1.0)
    counts, _ = np.histogram(at[~np.isnan(at)], BARS, (low, low + length))
    bars = "".join(
        f'<i style="{_across(place / BARS, 1 / BARS)};height:{count / counts.max():.1%}"></i>'
        for place, count in enumerate(counts)
        if count
    )
    shades = "".join(f'<b style="{_across((each.start - low) / length, (each.end - each.start) / length)}"></b>' for each in silent)
    labels = "".join(
        f'<span style="left:{(tick.label_at - low) / length:.2%}">{escape(tick.text)}<br>{escape(tick.context)}</span>'
        for tick in ticks(low, low + length, WIDTH)
    )
    named = f'<div class="strip" role="img" aria-label="{escape(about)}">'
    return f'{named}<div class="bars">{shades}{bars}</div><div class="axis">{labels}</div></div>'


def _across(left: float, width: float) -> str:
    return f"left:{left:.2%};width:{width:.2%}"
