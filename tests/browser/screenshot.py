"""Take pictures of the pages of a built graph: `python tests/browser/screenshot.py output docs`."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

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


def search(page: Page, text: str, field: str = "search") -> None:
    """Type a name and take the first that is found."""
    page.fill(f"#{field}", text)
    page.press(f"#{field}", "Enter")


def details(page: Page) -> None:
    """A body with its neighbours and their sentences."""
    search(page, "马场街道党工委")


def path(page: Page) -> None:
    """A path with its sentences."""
    search(page, "殷卫明")
    page.click("#path")
    search(page, "天津市", "path-to")


def reading(page: Page) -> None:
    """A text with its mentions."""
    search(page, "河西区商务局")
    page.locator("#details .read").first.click()


def as_it_opens(_: Page) -> None:
    """Nothing is done."""


# Each picture: the page, its address within, and what is done there.
PICTURES = {
    "graph.png": ("graph.html", "", as_it_opens),
    "explorer-light.png": ("explorer.html", "", as_it_opens),
    "explorer-dark.png": ("explorer.html", "#theme=dark&colour=community", as_it_opens),
    "explorer-details.png": ("explorer.html", "", details),
    "explorer-path.png": ("explorer.html", "", path),
    "explorer-reading.png": ("explorer.html", "", reading),
    "explorer-en.png": ("explorer.html", "#lang=en&ego=place-12&selected=place-12", as_it_opens),
}


def take(built: Path, pictures: Path) -> None:
    """Save all pictures as PNG.

    :raises FileNotFoundError: when no browser is installed.
    """
    program = chromium()
    if program is None:
        raise FileNotFoundError("no Chromium or Chrome found; install one, for example the Debian package chromium")
    with sync_playwright() as playwright, launch(playwright, program) as browser:
        for name, (page, address, act) in PICTURES.items():
            size = {"width": _WIDTH, "height": _HEIGHT}
            tab = browser.new_page(viewport=size, device_scale_factor=_SHARPNESS, locale="zh-CN")  # type: ignore[arg-type]  # a TypedDict
            tab.goto((built / page).resolve().as_uri() + address)
            # The pages draw in the frames after loading.
            tab.wait_for_timeout(1500)
            act(tab)
            tab.wait_for_timeout(1500)
            tab.screenshot(path=pictures / name)


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
