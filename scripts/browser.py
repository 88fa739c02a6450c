"""Prints the path of a Chromium or Chrome that starts, and gets one where there is none.

The first of these that starts: `CHROMIUM=path`, one on the PATH, Playwright's own (downloaded where that can be done), and, as root on
Debian and its kin, the package `chromium`. Where none can be had it says so and prints nothing; with `CI` set that is a failure.
There, WebKit's driver and a screen for it are got as well, for the few tests that ask a second engine.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
SECONDS = 600
"""How long a download may take."""


def starts(path: str | Path) -> bool:
    """Whether it runs here: a stub that only says how to install a browser, or one whose libraries are missing, does not."""
    try:
        asked = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0 and ("Chrom" in asked.stdout)


def find_chromium() -> Path | None:
    """The browser that is there already, or None. Raises SystemExit where `CHROMIUM` names one that does not start."""
    if named := os.environ.get("CHROMIUM"):
        if not starts(named):
            sys.exit(f"CHROMIUM={named} does not start: name a Chromium or Chrome that does, or unset it")
        return Path(named)
    for name in NAMES:
        if (path := shutil.which(name)) and starts(path):
            return Path(path)
    return _playwrights()


def get_chromium() -> Path | None:
    """The browser that is there, else one that was fetched now, else None; None too where Playwright cannot run to drive it."""
    if not _playwright() and not (_install("libatomic1") and _playwright()):  # its own node needs it, and a bare Debian lacks it
        return None
    return find_chromium() or _download() or _debians()


def find_webkit() -> bool:
    """Whether WebKit can be driven here: by WebKitGTK's driver, on a screen that only Xvfb shows."""
    return bool(shutil.which("WebKitWebDriver") and shutil.which("Xvfb"))


def _playwright() -> str:
    """Where Playwright's Chromium is, or would be; empty where Playwright does not run."""
    ask = "from playwright.sync_api import sync_playwright as p\nwith p() as run: print(run.chromium.executable_path)"
    return subprocess.run([sys.executable, "-c", ask], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout.strip()


def _playwrights() -> Path | None:
    path = _playwright()
    return Path(path) if path and starts(path) else None


def _download() -> Path | None:
    # Without a way to the download, each of its many tries should give up soon.
    patience = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000", **os.environ}
    return _playwrights() if _run([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"], patience) else None


def _debians() -> Path | None:
    path = shutil.which("chromium") if _install("chromium", "fonts-liberation") else None
    return Path(path) if path and starts(path) else None


def _install(*packages: str) -> bool:
    """Whether Debian's packages could be installed: as root, where there is apt-get."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _run(["apt-get", "-qq", "update"], quiet)  # a source that does not answer is no reason not to try
    return _run(["apt-get", "-qq", "install", "--yes", "--no-install-recommends", *packages], quiet)


def _run(command: list[str], env: dict[str, str]) -> bool:
    print("getting what the browser tests need:", " ".join(command), file=sys.stderr)
    try:
        return subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def main() -> None:
    """Prints the path; exits with 1 where there is none and CI is set."""
    ci = bool(os.environ.get("CI"))
    if not find_webkit() and not (ci and _install("webkit2gtk-driver", "xvfb")):
        print("NO WEBKIT: its few tests are skipped. Debian and its kin have it as webkit2gtk-driver, and xvfb", file=sys.stderr)
    if path := get_chromium():
        print(path)
        return
    print(
        "NO BROWSER: the browser tests are skipped.\nInstall Chromium or Chrome, or name one: make test CHROMIUM=/path/to/chromium",
        file=sys.stderr,
    )
    if ci:
        sys.exit("in CI every test runs: a Chromium is needed")


if __name__ == "__main__":
    main()
