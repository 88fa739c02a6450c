"""Takes the pictures in docs/ from the running dashboard on the seeds: desk and phone width, light and dark.

Each picture is what a visitor sees who opens a link; nothing is drawn for the camera.
"""

import io
import json
import subprocess
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from scripts.visit import DATELINE, SCRIPT_DONE, browsing, painted, served

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds/articles/doha-talks.md"
HEIGHTS = {1400: 900, 390: 1400}
PAGES = {"timeline": ("", (1400, 390)), "document": ("document", (1400,)), "add": ("add", (1400,))}
COLOURS = 256
"""Flat colours need no more, and the file is a third of the size."""


def settle(page: Page, name: str) -> None:
    """Waits until the script has run and what it drew stands still."""
    if name == "timeline":
        painted(page)
    page.locator(SCRIPT_DONE).wait_for(timeout=60_000)
    page.wait_for_timeout(1500)


def main() -> None:
    """Writes docs/PAGE-WIDTH-THEME.png."""
    extracted = subprocess.run([DATELINE, "extract", SEED, "--format", "jsonl"], check=True, capture_output=True, text=True).stdout
    event = max(map(json.loads, extracted.splitlines()), key=lambda event: len(event["actors"]))["id"]
    with served() as address, browsing() as browser:
        for name, (path, widths) in PAGES.items():
            for width in widths:
                for theme in ("light", "dark"):
                    page = browser.new_page(viewport={"width": width, "height": HEIGHTS[width]}, color_scheme=theme)
                    page.goto(f"{address}/{path}?event={event}")
                    settle(page, name)
                    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
                    picture.save(ROOT / f"docs/{name}-{width}-{theme}.png", optimize=True)
                    page.close()


if __name__ == "__main__":
    main()
