"""Take a picture of a page of ours: `python tests/browser/screenshot.py output/graph.html docs/graph.png`."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

_QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Wide enough for the page, and sharp when a README scales it down.
_WIDTH, _HEIGHT, _SHARPNESS = 1600, 950, 1.5


def chromium() -> str | None:
    """The installed Chromium or Chrome, if any."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(filter(None, map(shutil.which, names)), None)


def launch(playwright: Playwright, program: str) -> Browser:
    """A headless browser that itself asks nothing of the network."""
    return playwright.chromium.launch(executable_path=program, args=_QUIET)


def take(page: Path, picture: Path) -> None:
    """Save a picture of a page as PNG.

    :raises FileNotFoundError: when no browser is installed.
    """
    program = chromium()
    if program is None:
        raise FileNotFoundError("no Chromium or Chrome found; install one, for example the Debian package chromium")
    with sync_playwright() as playwright, launch(playwright, program) as browser:
        size = {"width": _WIDTH, "height": _HEIGHT}
        tab = browser.new_page(viewport=size, device_scale_factor=_SHARPNESS)  # type: ignore[arg-type]  # a TypedDict
        tab.goto(page.resolve().as_uri())
        # The page draws its canvas in the frame after loading.
        tab.wait_for_timeout(1000)
        tab.screenshot(path=picture)


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
