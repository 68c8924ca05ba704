"""``show`` beside torch's own module tree: the same names and the same types, for every model in ``fixtures/``."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import sys
from pathlib import Path

import pytest

if importlib.util.find_spec("torch") is None:
    pytest.skip("torch's own tree needs PyTorch: install the extra `judge`", allow_module_level=True)

from torch import nn

from staticrelu.scan import Options
from staticrelu.scan.look import look_at
from staticrelu.sources import discover
from staticrelu.view.look import Look

FIXTURES = Path(__file__).parent.parent / "fixtures"
pytestmark = pytest.mark.filterwarnings("ignore")


def looks() -> list[Look]:
    found = discover([FIXTURES])
    looked = look_at(found.files, found.problems, lambda what, done, total: None, Options(), lambda look: look)
    return [look for look in looked.looks if look.kind == "class"]


def built(look: Look, monkeypatch: pytest.MonkeyPatch) -> nn.Module:
    """The model in torch; what has no default is 7."""
    monkeypatch.syspath_prepend(FIXTURES)
    module, _, name = look.name.rpartition(".")
    cls = getattr(importlib.import_module(module), name)
    required = [p for p in inspect.signature(cls).parameters.values() if p.default is p.empty]
    made: nn.Module = cls(*(7 for _ in required))
    return made


def test_every_model_of_the_fixtures_has_the_tree_that_torch_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    for look in looks():
        model = built(look, monkeypatch)
        torchs = {name: type(part).__name__ for name, part in model.named_modules() if name}
        ours: dict[str, set[str]] = {}
        for name, part in look.root.walk():
            if part.registered:
                ours.setdefault(name, set()).add(part.type.rpartition(".")[2])
        assert torchs.keys() == ours.keys(), look.name
        assert all(kind in ours[name] for name, kind in torchs.items()), look.name
        certain = {name: next(iter(kinds)) for name, kinds in ours.items() if len(kinds) == 1}
        assert certain.items() <= torchs.items(), look.name
        assert list(dict.fromkeys(name for name, _ in look.root.walk())) == list(torchs), look.name
        compared += 1
    assert compared >= 5
    assert "models.tagger" in sys.modules
