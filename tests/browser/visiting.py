"""A page in a browser that notes all it asks for and complains about, and names that attack a page."""

from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page

HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    '<a href="javascript:alert(1)">href</a>',
    "{{ 7 * 7 }}${alert(1)}`",
)


class Visit:
    """A page that is open, with everything it asked for or complained about so far."""

    def __init__(
        self, browser: Browser, address: str, *, locale: str = "zh-CN", scheme: Literal["light", "dark"] = "light"
    ) -> None:
        size = {"width": 1200, "height": 800}
        self.page: Page = browser.new_page(viewport=size, locale=locale, color_scheme=scheme)  # type: ignore[arg-type]  # a TypedDict
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", self._refuse)
        self.page.goto(address)
        self.page.wait_for_timeout(300)

    def _note(self, message: ConsoleMessage) -> None:
        # What draws without a graphics card complains of being slow.
        if "GL Driver Message" not in message.text:
            self.faults.append(message.text)

    def _refuse(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()
