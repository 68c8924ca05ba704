"""The report as a page, in a real browser. Needs Playwright and a Chromium: see the step of ``.ci/run``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from staticrelu.cli import app

ROOT = Path(__file__).parent.parent
HEAD = "import torch\nfrom torch import nn\n\n\n"
NET = """\
class {name}(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.rnn = nn.{layer}(3, size)

    def forward(self, x):
        return {end}


"""


def written(path: Path, *models: tuple[str, str, str]) -> None:
    texts = [NET.format(name=name, layer=layer, end=end) for name, layer, end in models]
    path.write_text(HEAD + "".join(texts), "utf-8")


def page_of(folder: Path, *paths: str) -> Path:
    """The page of some paths, made by the command line."""
    out = folder / "report.html"
    result = CliRunner().invoke(app, ["scan", "--isolated", "--format", "html", "-o", str(out), *paths])
    assert result.exit_code == 0, result.output
    return out


class Opened:
    """A page with what it asked for and what it complained of; there must be none of either."""

    def __init__(self, browser: Any, file: Path, **options: Any) -> None:
        self.fetched: list[str] = []
        self.said: list[str] = []
        context = browser.new_context(**options)
        self.page = context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("request", lambda request: self.fetched.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.said.append(dialog.message), dialog.dismiss()))
        self.page.goto(file.as_uri())

    def names(self) -> list[str]:
        """The models in the overview, as they stand there now."""
        return self.page.locator("#models tbody tr:visible a").all_inner_texts()

    def sections(self) -> list[str]:
        return self.page.locator(".model:visible h2").all_inner_texts()


@pytest.fixture(scope="module")
def fixtures(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return page_of(tmp_path_factory.mktemp("page"), str(ROOT / "fixtures"))


@pytest.fixture
def opened(browser: Any, fixtures: Path) -> Iterator[Opened]:
    opened = Opened(browser, fixtures, viewport={"width": 1400, "height": 1000})
    yield opened
    assert opened.said == []
    assert opened.fetched == [fixtures.as_uri()]
    opened.page.context.close()


def section(opened: Opened, name: str) -> Any:
    return opened.page.locator(".model", has=opened.page.locator("h2", has_text=name))


def test_graphs_are_drawn_and_stand_beside_their_source(opened: Opened) -> None:
    tagger = section(opened, "Tagger")
    tagger.scroll_into_view_if_needed()
    graph, source = tagger.locator(".graph svg"), tagger.locator(".source").first
    boxes = [" ".join(text.split()) for text in graph.locator(".node").all_text_contents()]
    assert [box.split()[-1] for box in boxes[1:3]] == ["size)", "pack_padded_sequence"]
    assert graph.locator(".node.recurrent").count() == 1
    assert "rnn" in graph.locator(".node.recurrent text").all_text_contents()
    assert graph.locator(".node.relu text").all_text_contents() == ["relu"]
    assert graph.locator(".cluster text").all_text_contents() == ["projection: Projection"]
    at, beside = graph.bounding_box(), source.bounding_box()
    assert at["width"] > 100
    assert at["height"] > 300
    assert at["x"] + at["width"] <= beside["x"]
    assert source.locator(".line.recurrent").all_inner_texts() == [
        "        self.rnn = nn.LSTM(size, size, batch_first=True, bidirectional=True)"
    ]
    assert tagger.locator(".line.relu").all_inner_texts() == ["        return self.dropout(torch.relu(self.linear(x)))"]


def test_the_overview_counts_searches_filters_and_sorts(opened: Opened) -> None:
    page = opened.page
    counts = dict(
        zip(page.locator(".count dt").all_inner_texts(), page.locator(".count dd").all_inner_texts(), strict=True)
    )
    assert (counts["models"], counts["after"], counts["before"], counts["inside"]) == ("5", "2", "2", "1")
    assert len(opened.names()) == len(opened.sections()) == 5
    page.locator("#search").fill("lstm model")
    assert opened.names() == ["models.language_model.LanguageModel", "models.tagger.Tagger"]
    assert len(opened.sections()) == 2
    assert page.locator("#shown").inner_text() == "2 of 5 models"
    page.locator("#search").fill("")
    page.locator("#relation").select_option("after")
    assert opened.names() == ["models.forecaster.Forecaster", "models.tagger.Tagger"]
    page.locator("#certainty").select_option("definite")
    assert "models.tagger.Tagger" in opened.names()
    page.locator("#certainty").select_option("")
    page.locator("#relation").select_option("none")
    assert opened.names() == ["models.language_model.LanguageModel"]
    page.locator("#relation").select_option("")
    page.get_by_role("button", name="before").first.click()
    page.get_by_role("button", name="before").first.click()
    assert set(opened.names()[:2]) == {"models.forecaster.Forecaster", "models.keyword_spotter.KeywordSpotter"}
    page.get_by_role("button", name="model", exact=True).click()
    assert opened.names() == sorted(opened.names())
    assert page.locator("th").first.get_attribute("aria-sort") == "ascending"


def test_a_click_on_a_relation_lights_its_way_in_the_graph_and_in_the_source(opened: Opened) -> None:
    tagger = section(opened, "Tagger")
    button = tagger.locator(".relation")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    lit = [" ".join(text.split()) for text in tagger.locator(".node.lit").all_text_contents()]
    assert [name.split()[-1] for name in lit][1:] == ["pad_packed_sequence", "size)", "relu"]
    assert tagger.locator(".edge.lit").count() == 3
    lines = tagger.locator(".line.lit").all_inner_texts()
    assert [line.strip()[:20] for line in lines] == [
        "self.rnn = nn.LSTM(s",
        "states, _ = pad_pack",
        "return self.tags(sel",
        "return self.dropout(",
    ]
    opened.page.keyboard.press("Escape")
    assert opened.page.locator(".lit").count() == 0
    tagger.locator(".node.relu").click()
    assert tagger.locator(".line.lit").all_inner_texts() == ["        return self.dropout(torch.relu(self.linear(x)))"]


def test_what_is_lit_is_seen_in_a_graph_that_is_larger_than_its_pane(
    browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    many = " + ".join(f"torch.tanh({'torch.sigmoid(' * 12}x{')' * 12})" for _ in range(20))
    written(Path("wide.py"), ("Wide", "GRU", f"torch.relu(self.rnn({many})[0])"))
    opened = Opened(browser, page_of(tmp_path, "."), viewport={"width": 900, "height": 900})
    graph = opened.page.locator("figure.graph")
    opened.page.locator(".relation").click()
    pane, node = graph.bounding_box(), graph.locator(".node.recurrent").bounding_box()
    assert graph.evaluate("pane => pane.scrollWidth > pane.clientWidth || pane.scrollHeight > pane.clientHeight")
    assert pane["x"] <= node["x"] <= pane["x"] + pane["width"] - node["width"]
    assert pane["y"] <= node["y"] <= pane["y"] + pane["height"] - node["height"]


def test_the_switch_of_a_condition_shows_what_remains(opened: Opened) -> None:
    forecaster = section(opened, "Forecaster")
    relu, tanh = forecaster.locator(".node.relu"), forecaster.locator(".node.activation")
    after = forecaster.locator(".relation").first
    choice = forecaster.locator("label", has_text="activation ==").locator("select").first

    def off(thing: Any) -> bool:
        return "off" in thing.get_attribute("class").split()

    choice.select_option("does not hold")
    assert (off(relu), off(tanh), off(after)) == (True, False, True)
    choice.select_option("holds")
    assert (off(relu), off(tanh), off(after)) == (False, True, False)
    choice.select_option("open")
    assert forecaster.locator(".off").count() == 0
    forecaster.locator(".always input").check()
    assert (off(relu), off(tanh), off(after)) == (True, True, True)
    assert not off(forecaster.locator(".node.recurrent"))


def test_everything_can_be_done_from_the_keyboard(opened: Opened) -> None:
    page = opened.page
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "m2"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "m1"
    page.keyboard.press("/")
    page.keyboard.type("tagger")
    assert opened.names() == ["models.tagger.Tagger"]
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('relation')"):
            break
    page.keyboard.press("Enter")
    assert section(opened, "Tagger").locator(".node.lit").count() == 4


def test_dark_and_light(browser: Any, fixtures: Path) -> None:
    def colours(scheme: str) -> tuple[int, int]:
        opened = Opened(browser, fixtures, color_scheme=scheme)
        style = "(name) => getComputedStyle(document.querySelector('.model'))[name]"
        found = [opened.page.evaluate(style, name) for name in ("backgroundColor", "color")]
        ground, ink = (sum(map(int, re.findall(r"\d+", text)[:3])) for text in found)
        box = opened.page.evaluate("getComputedStyle(document.querySelector('.node text')).fill")
        assert abs(sum(map(int, re.findall(r"\d+", box)[:3])) - ground) > 250
        return ground, ink

    light, dark = colours("light"), colours("dark")
    assert light[0] - light[1] > 450
    assert dark[1] - dark[0] > 450


def test_the_page_prints(opened: Opened) -> None:
    opened.page.emulate_media(media="print")
    assert not opened.page.locator(".controls").is_visible()
    assert opened.page.pdf().count(b"/Type /Page\n") + opened.page.pdf().count(b"/Type /Page ") >= 3
    opened.page.emulate_media(media="screen")


def test_the_picture_of_the_page_in_the_documentation(
    browser: Any, fixtures: Path, request: pytest.FixtureRequest
) -> None:
    """With ``--rewrite`` it is taken anew: it is for people, and compared with nothing but its size."""
    path = ROOT / "docs/pictures/report.png"
    if request.config.getoption("--rewrite"):
        opened = Opened(browser, fixtures, viewport={"width": 1280, "height": 900}, color_scheme="dark")
        tagger = section(opened, "Tagger")
        tagger.locator(".relation").click()
        tagger.screenshot(path=path)
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") > 1000


HOSTILE = "<script>alert(1)</script>"


def test_what_is_scanned_stays_text(browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path('a"><img src=x onerror=alert(1)>')
    folder.mkdir()
    text = NET.format(name="Net", layer="GRU", end=f"torch.relu(helper(self.rnn(x)[0], '{HOSTILE}'))")
    text += f"    note = '''{HOSTILE} --> ]]> </style> \u202e'''\n"
    text = text.replace("nn.GRU(3, size)", f"nn.GRU(3, size, kind='\"><b id=inserted>{HOSTILE}')")
    text = text.replace("        super()", f"        if size == '{HOSTILE}':\n            size = 3\n        super()")
    text = text.replace("return torch", f"if x == '{HOSTILE}\"':\n            x = torch.relu(x)\n        return torch")
    (folder / "net.py").write_text(HEAD + text, "utf-8")
    (folder / "broken<script>.py").write_text("x = (", "utf-8")
    opened = Opened(browser, page_of(tmp_path, "."))
    page = opened.page
    page.locator(".relation").first.click()
    page.locator(".node").first.click()
    assert page.locator("script").count() == 1
    assert page.locator("img, #inserted").count() == 0
    assert HOSTILE in page.locator(".sources").inner_text()
    assert HOSTILE in page.locator(".conditions").inner_text()
    assert "onerror" in page.locator("h2").inner_text()
    assert opened.said == []
    assert len(opened.fetched) == 1


def test_nothing_else_could_run_or_be_fetched(browser: Any, fixtures: Path) -> None:
    page = Opened(browser, fixtures).page
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=\"https://example.com/x.png\" onerror=\"window.ran = 1\">')"
    )
    page.evaluate(
        "{ const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s) }"
    )
    assert page.evaluate("fetch('https://example.com/').then(() => 'fetched', () => 'refused')") == "refused"
    assert page.evaluate("window.ran") is None


def test_five_hundred_models(browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ends = ("torch.relu(self.rnn(x)[0])", "self.rnn(torch.relu(x))[0]", "self.rnn(x)[0]")
    for number in range(10):
        models = [(f"Net{50 * number + n}", "GRU" if n % 2 else "LSTM", ends[n % 3]) for n in range(50)]
        written(Path(f"models{number}.py"), *models)
    opened = Opened(browser, page_of(tmp_path, "."))
    page = opened.page
    assert page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart") < 10_000
    assert page.locator("#shown").inner_text() == "500 of 500 models"
    took = page.evaluate(
        "{ const began = performance.now(); search.value = 'net12'; filter();"
        " document.body.offsetHeight; performance.now() - began }"
    )
    assert took < 1_000
    assert opened.names()[0] == "models0.Net12"
    assert len(opened.names()) == 11
    assert opened.said == []
