"""A small sample of the faults that `make soak` makes at length."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
import soak

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and limits")


@pytest.fixture(autouse=True)
def anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_LIBRARY", raising=False)


def test_a_full_disk_loses_nothing_and_says_what_to_do(tmp_path: Path) -> None:
    assert "make room on the disk" in next(soak.full(tmp_path, 1_000_000, 800))


def test_a_library_that_was_cut_off_says_what_to_do_and_is_restored(tmp_path: Path) -> None:
    assert "restore a backup" in next(soak.cut(tmp_path, (0.5,)))


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    assert "1 kills" in next(soak.killed(tmp_path, 1))
