"""The browser that these tests run in: skipped where there is none, unless KG_REQUIRE_BROWSER=1."""

import os
from collections.abc import Iterator

import pytest
from browser.screenshot import chromium, launch
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = chromium()
    if program is None:
        if os.environ.get("KG_REQUIRE_BROWSER") == "1":
            pytest.fail("KG_REQUIRE_BROWSER=1, but no Chromium or Chrome is installed")
        pytest.skip("no Chromium or Chrome is installed; KG_REQUIRE_BROWSER=1 makes this a failure")
    with sync_playwright() as playwright, launch(playwright, program) as running:
        yield running


@pytest.fixture(autouse=True)
def _closed(browser: Browser) -> Iterator[None]:
    """Pages that stay open go on drawing, and slow down those of later tests."""
    yield
    for context in browser.contexts:
        context.close()
