from pathlib import Path

import pytest

from scripts import browser


def program(path: Path, says: str, status: int = 0) -> Path:
    path.write_text(f"#!/bin/sh\necho '{says}'\nexit {status}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with nothing on its PATH but what the test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.delenv("CI", raising=False)
    return tmp_path


def test_the_named_browser_comes_first(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare / "chromium", "Chromium 1")
    mine = program(bare / "mine", "Google Chrome 2")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert browser.find_chromium() == mine


def test_a_named_browser_that_does_not_start_is_an_error(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare / "chromium", "Chromium 1")
    monkeypatch.setenv("CHROMIUM", str(bare / "gone"))
    with pytest.raises(SystemExit, match="gone does not start"):
        browser.find_chromium()


def test_a_stub_on_the_path_is_passed_over(bare: Path) -> None:
    program(bare / "chromium", "install Chromium with ...", status=1)
    chrome = program(bare / "google-chrome", "Google Chrome 2")
    assert browser.find_chromium() == chrome


def test_none_at_all_is_said_and_fails_only_in_ci(bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(browser, "_download", lambda: None)
    monkeypatch.setattr(browser, "_install", lambda *packages: False)
    browser.main()
    said = capsys.readouterr()
    assert said.out == "" and "NO BROWSER" in said.err
    monkeypatch.setenv("CI", "true")
    with pytest.raises(SystemExit, match="in CI every test runs"):
        browser.main()


def test_a_machine_on_which_playwright_does_not_run_has_no_browser(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare / "chromium", "Chromium 1")
    monkeypatch.setattr(browser, "_install", lambda *packages: False)
    monkeypatch.setattr(browser.sys, "executable", "/bin/false")
    assert browser.get_chromium() is None


def test_webkit_needs_its_driver_and_a_screen(bare: Path) -> None:
    program(bare / "WebKitWebDriver", "2.50")
    assert not browser.find_webkit()
    program(bare / "Xvfb", "")
    assert browser.find_webkit()
