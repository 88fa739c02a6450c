"""Takes the pictures in docs/ from the running dashboard: of every page on the seeds, and of all on one sheet on a phone, in the dark,
with a hundred thousand events; and of a library with nothing in it.

Each picture is what a visitor sees who opens a link; nothing is drawn for the camera. `FULL=PATH` names a library to take for the full one;
without it one is made of an invented gazette, which takes some minutes.
"""

import io
import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser

from benchmarks import gazette
from core import extract, gather, read
from scripts.visit import DATELINE, browsing, served, visitor
from tests.browser.visitor import READY

DOCS = Path(__file__).parent.parent / "docs"
SEEDS = Path(__file__).parent.parent / "seeds/articles"
Theme = Literal["light", "dark"]
HEIGHTS = {1400: 900, 390: 844}
TALL = {1400: 900, 390: 1400}
PAGES = {
    "timeline": "",
    "agenda": "agenda",
    "actors": "actors?actor={actor}",
    "compare": "compare",
    "document": "document",
    "review": "review",
    "add": "add",
}
BOTH: tuple[Theme, ...] = ("light", "dark")
ALONE = {**dict.fromkeys(PAGES, BOTH[:1]), "timeline": BOTH, "document": BOTH}
"""Pages with a picture of their own at the desk, and its themes."""
ON_A_PHONE = {"timeline": BOTH, "agenda": BOTH[:1]}
SENTENCES = 120_000
"""Of the gazette: some of them tell of one event together."""
COLOURS = 256
"""Flat colours need no more, and the file is a third of the size."""
GAP, GROUND = 16, "#888888"
OPENING = 900_000
"""Milliseconds in which a full library opens, on any machine."""


def taken(browser: Browser, link: str, width: int, theme: Theme, height: int) -> Image.Image:
    """What is on the screen of who opens the link, once it stands still."""
    with visitor(browser, width, height, theme) as visit:
        visit.page.goto(link)
        visit.page.wait_for_selector(READY, timeout=OPENING)
        if visit.page.locator(".st-key-timeline").count():
            visit.drawn()
        visit.page.wait_for_load_state("networkidle")
        visit.page.wait_for_timeout(3000)  # the phone's layout comes with a second answer
        return Image.open(io.BytesIO(visit.page.screenshot())).convert("RGB")


def keep(picture: Image.Image, name: str) -> None:
    """Writes docs/NAME.png."""
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(DOCS / f"{name}.png", optimize=True)


def sheet(pictures: Sequence[Image.Image], across: int, width: int) -> Image.Image:
    """Pictures of one size in rows, each made so wide."""
    height = width * pictures[0].height // pictures[0].width
    rows = -(-len(pictures) // across)
    whole = Image.new("RGB", (across * (width + GAP) - GAP, rows * (height + GAP) - GAP), GROUND)
    for place, picture in enumerate(pictures):
        small = picture.resize((width, height), Image.Resampling.LANCZOS)
        whole.paste(small, (place % across * (width + GAP), place // across * (height + GAP)))
    return whole


def links(address: str, actor: str, event: str | None = None) -> dict[str, str]:
    """A link to each page, where an actor is chosen and, with `event`, an event is open."""
    told = {name: f"{address}/{path.format(actor=actor)}" for name, path in PAGES.items()}
    return {name: link + (f"{'&' if '?' in link else '?'}event={event}" if event else "") for name, link in told.items()}


def most_told() -> str:
    """The event of a seed that most documents tell of."""
    documents = list(read(SEEDS))
    happenings = gather([event for document in documents for event in extract(document)], documents)
    told = max(happenings, key=lambda happening: (len(happening.documents), len(happening.disputed)))
    return next(event for event in told.events if event.startswith("doha-talks"))


def of_the_seeds(browser: Browser) -> None:
    """Each page at the desk, an event open; the timeline and the agenda on a phone; all on sheets for the phone and for the dark."""
    with served() as address:
        opened, plain = links(address, "Taliban", most_told()), links(address, "Taliban")
        for name, themes in ALONE.items():
            for theme in themes:
                keep(taken(browser, opened[name], 1400, theme, TALL[1400]), f"{name}-1400-{theme}")
        for name, themes in ON_A_PHONE.items():
            for theme in themes:
                keep(taken(browser, plain[name], 390, theme, TALL[390]), f"{name}-390-{theme}")
        phones = [taken(browser, link, 390, theme, HEIGHTS[390]) for theme in BOTH for link in opened.values()]
        keep(sheet(phones, len(PAGES), 260), "phone")
        keep(sheet([taken(browser, link, 1400, "dark", HEIGHTS[1400]) for link in opened.values()], 2, 700), "dark")


def of_a_full_library(browser: Browser) -> None:
    """All pages with some hundred thousand events."""
    with full() as library, served("--library", library) as address:
        pages = links(address, gazette.NAMES[3].replace(" ", "+"))
        keep(sheet([taken(browser, link, 1400, "light", HEIGHTS[1400]) for link in pages.values()], 2, 700), "full")


@contextmanager
def full() -> Iterator[Path]:
    """A library of an invented gazette."""
    if named := os.environ.get("FULL"):
        yield Path(named)
        return
    with TemporaryDirectory() as folder:
        printed, library = Path(folder, "gazette.jsonl"), Path(folder, "full.db")
        printed.write_text("\n".join(gazette.pages(SENTENCES)), "utf-8")
        subprocess.run([DATELINE, "add", printed, "--library", library], check=True)
        yield library


def of_an_empty_library(browser: Browser) -> None:
    """The page that says how to begin."""
    with TemporaryDirectory(prefix="dateline-", dir=Path.home()) as folder, served("--library", Path(folder, "library.db")) as address:
        desk, phone = taken(browser, address, 1400, "light", 480), taken(browser, address, 390, "dark", 480)
        whole = Image.new("RGB", (desk.width + GAP + phone.width, desk.height), GROUND)
        whole.paste(desk, (0, 0))
        whole.paste(phone, (desk.width + GAP, 0))
        keep(whole, "empty")


def main() -> None:
    """Writes all of them."""
    with browsing() as browser:
        of_the_seeds(browser)
        of_an_empty_library(browser)
        of_a_full_library(browser)


if __name__ == "__main__":
    main()
