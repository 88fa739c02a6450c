"""Takes the pictures in docs/ from the running dashboard on the seeds: desk and phone width, light and dark.

Each picture is what a visitor sees who opens a link; nothing is drawn for the camera.
"""

import io
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser

from core import extract, gather, read
from scripts.visit import browsing, served, visitor

ROOT = Path(__file__).parent.parent
HEIGHTS = {1400: 900, 390: 1400}
PAGES = {
    "timeline": ("", (1400, 390)),
    "agenda": ("agenda", (1400, 390)),
    "actors": ("actors?actor=Taliban", (1400,)),
    "compare": ("compare", (1400,)),
    "document": ("document", (1400,)),
    "review": ("review", (1400,)),
    "add": ("add", (1400,)),
}
BOTH = ("timeline", "document")
"""Pages of which there is a dark picture as well."""
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOURS = 256
"""Flat colours need no more, and the file is a third of the size."""


def take(browser: Browser, link: str, width: int, theme: Literal["light", "dark"], file: Path) -> None:
    """Opens the link, waits until everything stands still, and keeps what is on the screen."""
    with visitor(browser, width, HEIGHTS[width], theme) as visit:
        visit.open(link)
        if file.name.startswith("timeline"):
            visit.drawn()
        visit.page.wait_for_load_state("networkidle")
        visit.page.wait_for_timeout(3000)  # the phone's layout comes with a second answer
        picture = Image.open(io.BytesIO(visit.page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    picture.save(file, optimize=True)


def main() -> None:
    """Writes docs/PAGE-WIDTH-THEME.png; at the desk an event is open: the one of the article that most documents tell of."""
    documents = list(read(ROOT / "seeds/articles"))
    happenings = gather([event for document in documents for event in extract(document)], documents)
    told = max(happenings, key=lambda happening: (len(happening.documents), len(happening.disputed)))
    event = next(event for event in told.events if event.startswith("doha-talks"))
    with served() as address, browsing() as browser:
        for name, (path, widths) in PAGES.items():
            for width in widths:
                for theme in THEMES if name in BOTH else THEMES[:1]:
                    link = f"{address}/{path}" + (f"{'&' if '?' in path else '?'}event={event}" if width > 390 else "")
                    take(browser, link, width, theme, ROOT / f"docs/{name}-{width}-{theme}.png")


if __name__ == "__main__":
    main()
