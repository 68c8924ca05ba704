"""Mermaid itself draws what is written for it, in a real browser. Needs npm's ``mermaid``: see the step of ``.ci/run``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from staticrelu.view import mermaid
from staticrelu.view.picture import picture
from test_view import PROGRAMS, looked

SCRIPT = os.environ.get("MERMAID_SCRIPT", "")

pytestmark = pytest.mark.skipif(not SCRIPT, reason="MERMAID_SCRIPT names no dist/mermaid.min.js of npm's mermaid")


@pytest.fixture(scope="module")
def page(browser: Any) -> Any:
    page = browser.new_page()
    page.set_content("<!DOCTYPE html><body></body>")
    page.add_script_tag(path=Path(SCRIPT))
    page.evaluate("mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })")
    return page


@pytest.mark.parametrize(("name", "text"), PROGRAMS.items(), ids=PROGRAMS.keys())
def test_mermaid_draws_every_box_arrow_and_group(page: Any, name: str, text: str) -> None:
    drawn = picture(looked(text)[0])
    page.evaluate(
        "async (text) => { document.body.innerHTML = (await mermaid.render('drawn', text)).svg }", mermaid.render(drawn)
    )
    assert page.locator("g.node").count() == len(drawn.boxes)
    assert page.locator("path.flowchart-link").count() == len(drawn.arrows)
    assert page.locator("g.cluster").count() == len(drawn.groups)
    said = " ".join(page.locator("svg").all_text_contents()).replace("\u200b", "")
    for box in drawn.boxes:
        assert "".join(box.what.split()) in "".join(said.split()), name
    assert page.locator("svg script, svg img, svg b").count() == 0
