"""Nobody is kept out: axe-core on the pages, light and dark (WCAG 2.2 AA)."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visitor import Visitor

PAGES = {
    "timeline": "",
    "agenda": "agenda?event=doha-talks:3033-3057",
    "actors": "actors?actor=Taliban",
    "compare": "compare?event=doha-talks:3033-3057",
    "document": "document?event=doha-talks:3033-3057",
    "add": "add",
    "review": "review",
}
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
NOT_OURS = ".stDataFrameGlideDataEditor, [data-testid='stDataFrame'] canvas"
"""Inside the grid, which Streamlit draws, nothing can be changed."""


def faults(visitor: Visitor) -> list[str]:
    """What axe-core finds wrong with the page, a line each: the rule, and the first places."""
    visitor.page.wait_for_function("() => !document.getAnimations().some((each) => each instanceof CSSTransition)")  # colours come to rest
    found: dict[str, Any] = Axe().run(visitor.page, context={"exclude": [[NOT_OURS]]}, options=RULES).response
    assert len(found["passes"]) > 10, "there is a page to look at"
    return [
        f"{each['id']}: {[(node['target'], node['failureSummary'][:200]) for node in each['nodes'][:3]]}" for each in found["violations"]
    ]


SHOWN = {"timeline": ".dl-plot .nsewdrag", "agenda": ".agenda .event", "document": ".reader mark"}
"""What must be there before a page is looked at."""
THEMES = {"light": {"color_scheme": "light"}, "dark": {"color_scheme": "dark"}}


@pytest.mark.parametrize("visitor", THEMES.values(), indirect=True, ids=THEMES)
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing(visitor: Visitor, seeds: str, page: str) -> None:
    visitor.open(f"{seeds}/{PAGES[page]}")
    visitor.page.locator(SHOWN.get(page, "main :is(h1, h2, h3, h4, p, [data-testid='stDataFrame']):visible")).first.wait_for(timeout=60_000)
    assert faults(visitor) == []
