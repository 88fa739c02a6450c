"""The dashboard in a second engine: WebKit, as in Safari, driven by WebKitGTK's own driver. Chromium shows the same in more detail."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.wheel_input import ScrollOrigin
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.service import Service

from core import extract, read
from core.when import When
from scripts.browser import find_webkit
from tests.browser.conftest import PATIENCE, ROOT
from tests.browser.visitor import CHART, PIXEL, POINTS, READY

# selenium 4.51 builds its own WebKitGTK driver in a way that it calls deprecated itself
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")
PAGES = ("agenda", "actors", "compare", "document", "review", "add")


class Guest:
    """Somebody with a WebKit browser, and what he does and sees."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver

    def open(self, address: str) -> "Guest":
        self.driver.get(address)
        # what a page throws later is kept for `failures`
        self.driver.execute_script("window.thrown = []; addEventListener('error', (e) => thrown.push(e.message))")
        return self.ready()

    def until(self, holds: Callable[["Guest"], Any]) -> Any:
        return WebDriverWait(self.driver, PATIENCE / 1000).until(lambda _: holds(self))

    def ready(self) -> "Guest":
        self.until(lambda guest: guest.all(READY))
        return self

    def drawn(self) -> "Guest":
        self.ready().until(lambda guest: guest.points())
        return self

    def all(self, css: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def one(self, css: str) -> WebElement:
        element: WebElement = self.until(lambda guest: next(iter(guest.all(css)), None))
        return element

    def points(self) -> list[dict[str, Any]]:
        points: list[dict[str, Any]] = self.driver.execute_script(f"return ({POINTS})()")
        return points

    def view(self) -> list[float]:
        view: list[float] = self.driver.execute_script(f"return document.querySelector('{CHART}')._fullLayout.xaxis.range.map(Number)")
        return view

    def width(self) -> float:
        start, end = self.view()
        return end - start

    def in_sight(self) -> list[dict[str, Any]]:
        start, end = self.view()
        lowest = self.driver.execute_script(
            "return Math.min(document.querySelector('.dl-foot').getBoundingClientRect().top, innerHeight) - 10"
        )
        return [p for p in self.points() if start < p["x"] < end and self.pixel(p)["y"] < lowest]

    def pixel(self, point: dict[str, Any]) -> dict[str, float]:
        pixel: dict[str, float] = self.driver.execute_script(f"return ({PIXEL})(arguments[0])", point)
        return pixel

    def click(self, point: dict[str, Any]) -> None:
        at = self.pixel(point)
        actions = ActionChains(self.driver)
        actions.w3c_actions.pointer_action.move_to_location(round(at["x"]), round(at["y"])).click()
        actions.perform()

    def type(self, *keys: str) -> None:
        ActionChains(self.driver).send_keys(*keys).perform()

    def failures(self) -> list[str]:
        said = [shown.text for shown in self.all('[data-testid="stException"]')]
        return [*self.driver.execute_script("return window.thrown"), *said]

    def link(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.driver.current_url).query)


@pytest.fixture(scope="module")
def driver() -> Iterator[WebDriver]:
    """WebKit on a screen of its own; without it these tests are skipped, and in CI they fail."""
    if not find_webkit() and os.environ.get("CI"):
        pytest.fail("in CI every test runs: WebKit's driver and Xvfb are needed (webkit2gtk-driver, xvfb)")
    if not find_webkit():
        pytest.skip("NO WEBKIT: install webkit2gtk-driver and xvfb")
    with screen() as display:
        service = Service(shutil.which("WebKitWebDriver"), env={**os.environ, "DISPLAY": display, "GDK_BACKEND": "x11"})
        driver = webdriver.WebKitGTK(service=service)
        driver.set_window_size(1400, 1000)
        yield driver
        driver.quit()


@contextmanager
def screen() -> Iterator[str]:
    """The name of a display that nobody sees."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1500x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as shown:
        assert shown.stdout
        try:
            yield f":{shown.stdout.readline().strip()}"
        finally:
            shown.terminate()


@pytest.fixture
def guest(driver: WebDriver) -> Iterator[Guest]:
    guest = Guest(driver)
    yield guest
    assert not guest.failures()


def test_the_timeline_is_painted(guest: Guest, seeds: str) -> None:
    guest.open(seeds).drawn()
    assert len({point["id"] for point in guest.in_sight()}) > 10
    assert len(guest.points()) > 20


def test_a_click_opens_the_excerpt_and_back_closes_it(guest: Guest, seeds: str) -> None:
    told = {event.id: event for document in read(ROOT / "seeds/articles") for event in extract(document)}
    guest.open(seeds).drawn()
    point = guest.in_sight()[0]
    guest.click(point)
    shown = guest.one(f'.st-key-excerpt article.event[data-event="{point["id"]}"]')
    assert told[point["id"]].excerpt.text == shown.find_element(By.CSS_SELECTOR, "blockquote").text
    assert guest.link()["event"] == [point["id"]]
    guest.driver.back()
    guest.until(lambda guest: not guest.all(".st-key-excerpt article.event"))


def test_wheel_keys_and_a_typed_date_move_the_view(guest: Guest, seeds: str) -> None:
    guest.open(seeds).drawn()
    first = guest.width()
    ActionChains(guest.driver).scroll_from_origin(ScrollOrigin.from_element(guest.one(f"{CHART} .nsewdrag")), 0, -300).perform()
    guest.until(lambda guest: guest.width() < 0.95 * first)
    date = guest.one(".dl-sought")
    date.send_keys("spring 2020", Keys.ENTER)
    guest.until(lambda guest: guest.view()[1] < When("2020-07-01").start)
    near = guest.width()
    guest.driver.execute_script("document.querySelector('.dl-plot').focus()")
    guest.type(Keys.HOME)
    guest.until(lambda guest: guest.width() > 10 * near)


def test_a_link_restores_filter_and_event(guest: Guest, seeds: str) -> None:
    guest.open(seeds).drawn()
    everything = guest.one(".st-key-event-count strong").text
    point = guest.in_sight()[0]
    guest.open(f"{seeds}/?actor=Taliban&event={point['id']}").drawn()
    guest.one(f'article.event[data-event="{point["id"]}"]')
    assert int(guest.one(".st-key-event-count strong").text) < int(everything)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens(guest: Guest, seeds: str, page: str) -> None:
    guest.open(f"{seeds}/{page}")
    guest.until(lambda guest: guest.one('[data-testid="stMain"]').text.strip())
