"""Takes the pictures in docs/ from the running dashboard on the seeds: desk and phone width, light and dark.

Each picture is what a visitor sees who opens a link; nothing is drawn for the camera.
"""

import io
import json
import subprocess
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser

from scripts.visit import DATELINE, browsing, served, visitor

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds/articles/doha-talks.md"
HEIGHTS = {1400: 900, 390: 1400}
PAGES = {"timeline": ("", (1400, 390)), "document": ("document", (1400,))}
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
    """Writes docs/PAGE-WIDTH-THEME.png; at the desk an event is open: the one of the article that most actors took part in."""
    extracted = subprocess.run([DATELINE, "extract", SEED, "--format", "jsonl"], check=True, capture_output=True, text=True).stdout
    event = max(map(json.loads, extracted.splitlines()), key=lambda event: len(event["actors"]))["id"]
    with served() as address, browsing() as browser:
        for name, (path, widths) in PAGES.items():
            for width in widths:
                for theme in THEMES:
                    link = f"{address}/{path}" + (f"?event={event}" if width > 390 else "")
                    take(browser, link, width, theme, ROOT / f"docs/{name}-{width}-{theme}.png")


if __name__ == "__main__":
    main()
