"""How long the program takes to answer: from the shell, and on import. Best of several, in milliseconds."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
DATELINE = Path(sys.executable).parent / "dateline"
SEED = ROOT / "seeds/articles/doha-talks.md"


def best(command: list[str | Path], times: int = 7) -> float:
    """The shortest run of a command, from start to end."""

    def once() -> float:
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - start

    return 1000 * min(once() for _ in range(times))


def main() -> None:
    """Prints a Markdown table."""
    python = best([sys.executable, "-c", "pass"])
    print("| from the shell | ms |\n|---|---:|")
    print(f"| python itself | {python:.0f} |")
    print(f"| import core, without python itself | {best([sys.executable, '-c', 'import core']) - python:.0f} |")
    print(f"| dateline --help | {best([DATELINE, '--help']):.0f} |")
    print(f"| dateline extract, one article | {best([DATELINE, 'extract', SEED]):.0f} |")


if __name__ == "__main__":
    main()
