"""Colours, fonts and the Plotly template, light and dark.

The lane colours begin with Okabe and Ito's, which people with colour-blind eyes tell apart (Color Universal Design, 2008); each stands
out by 3 : 1 at least from both lane backgrounds (WCAG 2.2, 1.4.11). Colour is never the only sign: lanes have names, glyphs have shapes.
"""

from dataclasses import dataclass
from typing import Any, Literal

ThemeName = Literal["light", "dark"]

FONT = '"Source Sans", "Source Sans 3", "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
"""The face that Streamlit brings, then what systems have; layout.text_width is wide enough for each of them."""

PICTURE_FONT = FONT.removeprefix('"Source Sans", ')
"""The same without the face that only the page has: a picture is measured in the face in which it will be drawn."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #rrggbb; `on_primary` is the text on filled buttons, whose own colour .streamlit/config.toml has; `lanes` go in turn."""

    name: ThemeName
    background: str
    stripe: str
    grid: str
    text: str
    muted: str
    on_primary: str
    lanes: tuple[str, ...]

    def lane(self, index: int) -> str:
        """The colour of the lane with that index; below 0 that of a lane which is nobody's.

        >>> LIGHT.lane(0), LIGHT.lane(len(LIGHT.lanes)), LIGHT.lane(-1) == LIGHT.muted
        ('#0072b2', '#0072b2', True)
        """
        return self.lanes[index % len(self.lanes)] if index >= 0 else self.muted


LIGHT = Theme(
    "light",
    background="#ffffff",
    stripe="#f5f6f8",
    grid="#e6e8ec",
    text="#1f2430",
    muted="#5a5e67",
    on_primary="#ffffff",
    lanes=("#0072b2", "#d55e00", "#008f68", "#bf6298", "#000000", "#8f6400", "#5f4bb6"),
)
DARK = Theme(
    "dark",
    background="#0e1117",
    stripe="#161b24",
    grid="#2a303b",
    text="#f2f4f8",
    muted="#a3a8b3",
    on_primary="#0e1117",
    lanes=("#56b4e9", "#e2711d", "#00a67d", "#d489b2", "#f0e442", "#c9b59a", "#9d8df1"),
)
THEMES: dict[ThemeName, Theme] = {"light": LIGHT, "dark": DARK}


def faded(colour: str, opacity: float) -> str:
    """A colour as rgba() with that opacity.

    >>> faded("#0072b2", 0.5)
    'rgba(0,114,178,0.5)'
    """
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def template(theme: Theme) -> dict[str, Any]:
    """The Plotly template of a theme, complete, so that a figure does not depend on what the surrounding program has set."""
    axis = {
        "gridcolor": theme.grid,
        "linecolor": theme.grid,
        "zeroline": False,
        "tickfont": {"color": theme.muted, "size": 12},
        "title": {"font": {"color": theme.text}},
    }
    return {
        "layout": {
            "font": {"family": FONT, "size": 13, "color": theme.text},
            "paper_bgcolor": theme.background,
            "plot_bgcolor": theme.background,
            "colorway": list(theme.lanes),
            "xaxis": axis,
            "yaxis": axis,
            "hoverlabel": {
                "bgcolor": theme.background,
                "bordercolor": theme.muted,
                "align": "left",
                "font": {"family": FONT, "size": 13, "color": theme.text},
            },
        }
    }
