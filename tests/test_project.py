"""Names across files: which module an import means, which statements bind a name, in which order bases are asked."""

from __future__ import annotations

import random
import re
import types
from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stages import CATALOG, Programs, project_of, tree_of
from staticrelu.project import Project, bindings, bound_names, linearize
from staticrelu.project.relevance import Relevance, _alternatives
from staticrelu.tree_text import unparse


def empty(*paths: str) -> Project:
    return project_of(dict.fromkeys(paths, ""))


def meant(project: Project, importer: str, dotted: str, level: int = 0) -> str | None:
    """The path of the module that an import means; ``name/`` for a package without a file."""
    module = project.find(project.modules[importer], dotted, level)
    return None if module is None else module.path or f"{module.name}/"


# --- modules --------------------------------------------


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("model.py", "model"),
        ("scripts/train.py", "train"),
        ("pkg/__init__.py", "pkg"),
        ("pkg/net.py", "pkg.net"),
        ("pkg/deep/__init__.py", "pkg.deep"),
        ("pkg/deep/net.py", "pkg.deep.net"),
        ("src/lib/__init__.py", "lib"),
        ("src/lib/net.py", "lib.net"),
        ("../other/net.py", "net"),
        ("<stdin>", "<stdin>"),
    ],
)
def test_a_module_is_named_from_its_outermost_package(path: str, name: str) -> None:
    packages = ("pkg/__init__.py", "pkg/deep/__init__.py", "src/lib/__init__.py")
    assert empty(path, *packages).modules[path].name == name


@pytest.mark.parametrize(
    ("importer", "level", "dotted", "path"),
    [
        ("pkg/net.py", 1, "layers", "pkg/layers.py"),
        ("pkg/net.py", 1, "", "pkg/__init__.py"),
        ("pkg/__init__.py", 1, "layers", "pkg/layers.py"),
        ("pkg/net.py", 1, "deep.core", "pkg/deep/core.py"),
        ("pkg/deep/core.py", 2, "layers", "pkg/layers.py"),
        ("pkg/deep/core.py", 2, "", "pkg/__init__.py"),
        ("pkg/deep/core.py", 1, "layers", None),
        ("pkg/deep/core.py", 9, "layers", None),
    ],
)
def test_relative_imports_count_folders(importer: str, level: int, dotted: str, path: str | None) -> None:
    files = ("pkg/__init__.py", "pkg/net.py", "pkg/layers.py", "pkg/deep/__init__.py", "pkg/deep/core.py")
    assert meant(empty(*files), importer, dotted, level) == path


@pytest.mark.parametrize(
    ("files", "importer", "dotted", "path"),
    [
        (("net.py", "layers.py"), "net.py", "layers", "layers.py"),
        (("a/net.py", "a/layers.py", "layers.py"), "a/net.py", "layers", "a/layers.py"),
        (("a/__init__.py", "a/net.py", "a/layers.py", "layers.py"), "a/net.py", "layers", "layers.py"),
        (("a/net.py", "a/layers.py"), "a/net.py", "layers", "a/layers.py"),
        (("a/net.py", "b/layers.py"), "a/net.py", "layers", None),
        (("a/net.py", "b/layers.py"), "a/net.py", "b.layers", "b/layers.py"),
        (("src/lib/__init__.py", "src/lib/net.py", "tests/t.py"), "tests/t.py", "lib.net", "src/lib/net.py"),
        (("src/lib/__init__.py", "src/lib/net.py"), "src/lib/net.py", "lib", "src/lib/__init__.py"),
        (("one/p/__init__.py", "one/a.py", "two/p/__init__.py"), "one/a.py", "p", "one/p/__init__.py"),
        (("one/p/__init__.py", "two/a.py", "two/p/__init__.py"), "two/a.py", "p", "two/p/__init__.py"),
        (("space/net.py", "main.py"), "main.py", "space", "space/"),
        (("space/deep/net.py", "main.py"), "main.py", "space.deep.net", "space/deep/net.py"),
        (("net.py", "net/__init__.py", "main.py"), "main.py", "net", "net/__init__.py"),
        (("net.py", "net/layers.py", "main.py"), "main.py", "net", "net.py"),
        (("main.py",), "main.py", "torch.nn", None),
        (("main.py",), "main.py", "main.inner", None),
    ],
)
def test_absolute_imports(files: tuple[str, ...], importer: str, dotted: str, path: str | None) -> None:
    assert meant(empty(*files), importer, dotted) == path


def test_a_file_that_bears_a_librarys_name_does_not_import_itself() -> None:
    assert meant(empty("torch.py", "net.py"), "torch.py", "torch") is None
    assert meant(empty("torch.py", "net.py"), "net.py", "torch") == "torch.py"


def test_submodules_are_those_of_packages() -> None:
    modules = empty("pkg/__init__.py", "pkg/net.py", "pkg/space/layers.py").modules
    net = modules["pkg/__init__.py"].submodule("net")
    assert net is modules["pkg/net.py"]
    assert net.submodule("layers") is None
    space = modules["pkg/__init__.py"].submodule("space")
    assert space is not None
    assert (space.path, space.name, space.is_package, space.is_broken) == ("", "pkg.space", True, False)
    assert space.submodule("layers") is modules["pkg/space/layers.py"]
    assert space.submodule("gone") is None


def test_a_file_without_a_tree_is_broken_and_binds_nothing() -> None:
    modules = project_of({"good.py": "x = 1\n", "bad.py": "def f(:\n"}).modules
    assert (modules["good.py"].is_broken, list(modules["good.py"].bindings)) == (False, ["x"])
    assert (modules["bad.py"].is_broken, list(modules["bad.py"].bindings)) == (True, [])


def test_star_imports_are_asked_from_the_last_to_the_first() -> None:
    module = project_of({"m.py": "from a import *\nfrom b import *\n"}).modules["m.py"]
    assert [statement.module for statement in module.star_imports] == ["b", "a"]


def test_a_registry_knows_who_registers_with_it_also_through_another_file() -> None:
    project = project_of(
        {
            "registry.py": "TABLE = {}\ndef register(cls):\n    TABLE[cls.__name__] = cls\n    return cls\n",
            "again.py": "from registry import register as enter\n",
            "one.py": "from registry import register\n@register\nclass One: pass\n",
            "two.py": "import registry\n@registry.register\nclass Two: pass\n",
            "three.py": "def register(cls): return cls\n@register\nclass Three: pass\n",
        }
    )
    found = project.registered_with(project.modules["registry.py"])
    assert [(module.path, name) for module, name in found] == [("one.py", "One")]


# --- bindings --------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("x = 1", "x"),
        ("x: int = 1", "x"),
        ("x += 1", "x"),
        ("a, (b, *c) = d", "a b c"),
        ("import a.b, c as d", "a d"),
        ("from a import b, c as d", "b d"),
        ("from a import *", "*"),
        ("def f(a): b = 1", "f"),
        ("class C:\n    d = 1", "C"),
        ("for a in b: c = 1", "a c"),
        ("with a as b, c: d = 1", "b d"),
        ("while x: y = 1", "y"),
        ("try: a = 1\nexcept E as b: c = 1\nelse: d = 1\nfinally: e = 1", "a b c d e"),
        ("if x: a = 1\nelif y: b = 1\nelse: c = 1", "a b c"),
        ("match x:\n    case [a, *b]: c = 1\n    case {'k': d, **e} as f: pass", "a b c d e f"),
        ("print(x := 1, [y := 2 for _ in z])", "x y"),
        ("del x", "x"),
        ("table['k'] = v", "table"),
        ("obj.attr.deep = v", "obj"),
        ("names.append(x)", "names"),
        ("f(x)", ""),
        ("lambda: (y := 1)", ""),
    ],
)
def test_what_a_statement_binds_or_fills(text: str, names: str) -> None:
    assert sorted(bindings(tree_of(text).body)) == names.split()


def test_what_stands_under_the_main_check_is_not_run_on_import() -> None:
    text = "if __name__ == '__main__':\n    x = 1\nif '__main__' == __name__:\n    y = 1\nif name == '__main__':\n    z = 1\n"
    assert list(bindings(tree_of(text).body)) == ["z"]


def test_all_statements_of_a_name_are_kept_in_order() -> None:
    table = bindings(tree_of("x = {}\ny = x\nx['k'] = 1\nif y:\n    x = y\n").body)
    assert [statement.span.line for statement in table["x"]] == [1, 3, 4]


def test_a_function_binds_what_it_writes_less_what_is_declared_elsewhere() -> None:
    text = "global a\nif x:\n    nonlocal b\na = b = c = 1\nd.e = 1\nf[0] = 1\n"
    assert bound_names(tree_of(text).body) == {"c"}


# --- the order of bases --------------------------------------------


@given(st.lists(st.lists(st.integers(0, 6), max_size=3, unique=True), min_size=1, max_size=7))
def test_bases_stand_in_the_order_that_python_gives_them(shape: list[list[int]]) -> None:
    """Classes made one after the other; each inherits from earlier ones, and those that Python refuses are left out."""
    made: list[type] = []
    orders: dict[type, tuple[type, ...]] = {object: (object,)}
    for wanted in shape:
        bases = tuple(made[n] for n in wanted if n < len(made)) or (object,)
        try:
            cls = types.new_class(f"C{len(made)}", bases)
        except TypeError:
            continue
        made.append(cls)
        orders[cls] = linearize(cls, [orders[base] for base in bases])
        assert orders[cls] == cls.__mro__


def test_an_order_that_python_refuses_still_holds_every_base_once() -> None:
    orders = {"A": ("A", "O"), "B": ("B", "A", "O")}
    assert sorted(linearize("C", [orders["A"], orders["B"]])) == ["A", "B", "C", "O"]
    assert linearize("C", []) == ("C",)


@pytest.mark.parametrize("items", list(product("AB", repeat=3)))
def test_any_order_ends(items: tuple[str, ...]) -> None:
    assert linearize("C", [items, items[::-1]])[0] == "C"


# --- relevance --------------------------------------------


def relevance_of(files: Mapping[str, str]) -> tuple[Relevance, set[str]]:
    """What may show a recurrent layer, and the files that were parsed to find it."""
    programs = Programs(files)
    names, homes = CATALOG.recurrent_names(), CATALOG.recurrent_homes()
    project = Project(programs, CATALOG.holds)
    return Relevance(project, programs, names, homes, CATALOG.active_words()), programs.parsed


def relevant(files: Mapping[str, str]) -> list[tuple[str, str]]:
    """The definitions that may show a recurrent layer."""
    return sorted(relevance_of(files)[0].definitions)


NET = "from torch import nn\nclass Net(nn.Module):\n    def __init__(self):\n        self.rnn = nn.LSTM(1, 1)\n"


def test_only_files_that_can_matter_are_parsed() -> None:
    relevance, parsed = relevance_of({"net.py": NET, "other.py": "class Other: pass\n", "words.py": "x = 'lstm'\n"})
    assert set(relevance.definitions) == {("net.py", "Net")}
    assert parsed == {"net.py"}


REGISTERED = """
import torch
from torch import nn
from base import Base, REGISTRY, keep


@keep
class Net(Base):
    def __init__(self):
        self.rnn = nn.GRU(3, 3)
"""
UNRELATED = """
from base import Base, keep
from torch import nn


@keep
class Plain(Base):
    def __init__(self):
        self.linear = nn.Linear(3, 3)
"""


@pytest.mark.parametrize(
    ("keeps", "user"),
    [
        ("cls.tag = cls.__name__", False),
        ("names = tuple(cls.__dict__)", False),
        ("setattr(cls, 'tag', 1)", False),
        ("Base.known[cls.__name__] = cls", True),
        ("Base.known = {**Base.known, 'x': cls}", True),
        ("Base.known.update({cls.__name__: cls})", True),
        ("Base.known += [(cls, 1)]", True),
        ("remember(cls)", True),
    ],
)
def test_who_is_only_registered_uses_no_registry(keeps: str, user: bool) -> None:
    base = f"""
from torch import nn

REGISTRY = []


def keep(cls):
    REGISTRY.append(cls)
    return cls


class Base(nn.Module):
    known = {{}}

    def __init_subclass__(cls):
        {keeps}

    def find(self, name):
        return Base.known[name]
"""
    found = relevant({"base.py": base, "net.py": REGISTERED, "plain.py": UNRELATED})
    assert ("net.py", "Net") in found
    assert ("plain.py", "Plain") not in found or user
    assert (("base.py", "Base") in found) == user


def test_the_library_of_a_decorator_is_no_registry() -> None:
    run = "import torch\n\n@torch.no_grad()\ndef run(x):\n    return torch.nn.LSTM(3, 3)(x)\n"
    _, parsed = relevance_of({"net.py": run, "other.py": "import torch\nx = torch.ones(3)\n"})
    assert parsed == {"net.py"}


def test_a_model_that_holds_a_model_is_found_through_imports() -> None:
    whole = "from torch import nn\nfrom net import Net as Part\nclass Whole(nn.Module):\n    part = Part()\n"
    assert relevant({"net.py": NET, "whole.py": whole}) == [("net.py", "Net"), ("whole.py", "Whole")]


def test_a_definition_under_a_condition_is_found() -> None:
    indented = "".join(f"    {line}\n" for line in NET.splitlines()[1:])
    assert relevant({"net.py": f"from torch import nn\nif nn:\n{indented}"}) == [("net.py", "Net")]


def test_a_class_that_is_chosen_by_a_computed_name_is_found() -> None:
    assert relevant({"net.py": NET.replace("nn.LSTM(", "getattr(nn, kind)(")}) == [("net.py", "Net")]


def test_what_only_asks_whether_something_is_a_recurrent_layer_makes_none() -> None:
    asks = "class Asks(nn.Module):\n    def reset(self, m):\n        return isinstance(m, (nn.LSTM, nn.GRU))\n"
    assert not relevant({"asks.py": "from torch import nn\n" + asks})


@pytest.mark.parametrize(
    ("looked_up", "makes"),
    [
        ("weights['LSTM']", False),
        ("weights['a']['LSTM']", False),
        ("vars(nn)['LSTM'](1, 1)", True),
        ("nn.__dict__['LSTM'](1, 1)", True),
    ],
)
def test_what_is_looked_up_by_a_text_is_no_recurrent_layer_unless_all_names_are_asked(
    looked_up: str, makes: bool
) -> None:
    loads = f"class Loads(nn.Module):\n    def load(self, weights):\n        self.x = {looked_up}\n"
    assert bool(relevant({"net.py": "from torch import nn\n" + loads})) == makes


def test_a_list_of_what_is_exported_uses_nothing() -> None:
    export = "from nets.net import MyNet\n__all__ = ['MyNet']\n__all__ += ['Other']\n"
    files = {"nets/__init__.py": export, "nets/net.py": "__all__ = ['MyNet']\n" + NET.replace("Net", "MyNet")}
    assert relevant(files) == [("nets/net.py", "MyNet")]
    look = "import nets\ndef build():\n    return [getattr(nets, name)(3) for name in nets.__all__]\n"
    assert ("look.py", "build") in relevant(files | {"look.py": look})


def test_a_decorator_that_keeps_nothing_leads_to_no_other_definition() -> None:
    net = "from docs import documented\n" + NET.replace("class Net", "@documented\nclass Net")
    other = "from docs import documented\n@documented\nclass Other(nn.Module):\n    def forward(self, x): return x\n"
    files = {"docs.py": "def documented(cls):\n    return cls\n", "net.py": net, "other.py": other}
    relevance, parsed = relevance_of(files)
    assert set(relevance.definitions) == {("net.py", "Net")}
    assert "other.py" not in parsed


def test_a_table_of_everything_leads_to_nobody() -> None:
    use = "from table import TABLE\nfrom torch import nn\nclass Use(nn.Module):\n    def forward(self, x): return TABLE[x]\n"
    few = "from net import Net\nTABLE = {'net': Net}\n"
    many = f"from net import Net\nTABLE = {{'net': Net, {', '.join(f'{n}: Other{n}' for n in range(200))}}}\n"
    assert ("use.py", "Use") in relevant({"net.py": NET, "table.py": few, "use.py": use})
    assert ("use.py", "Use") not in relevant({"net.py": NET, "table.py": many, "use.py": use})


@pytest.mark.parametrize(("steps", "is_followed"), [(2, True), (9, False)])
def test_a_layer_is_looked_for_through_a_few_names_only(steps: int, is_followed: bool) -> None:
    chain = "".join(f"def make_{n + 1}(size):\n    return make_{n}(size)\n" for n in range(steps))
    start = "from net import Net\ndef make_0(size):\n    return Net(size)\n"
    use = f"class Use(nn.Module):\n    def forward(self, x): return make_{steps}(3)(x)\n"
    found = relevant({"net.py": NET, "use.py": "from torch import nn\n" + start + chain + use})
    assert (("use.py", "Use") in found) == is_followed


HANDED = "def build(parts):\n    return parts.MyNet(3)\n"


@pytest.mark.parametrize(
    ("path", "text", "leads"),
    [
        ("one/use.py", HANDED, True),
        ("use.py", HANDED, True),
        ("one/scripts/use.py", HANDED, True),
        ("two/pack/use.py", HANDED, False),
        ("two/pack/use.py", "def build():\n    import models\n    return build_all(models)\n" + HANDED, True),
        ("two/pack/use.py", "def build():\n    from . import models\n" + HANDED, False),
    ],
)
def test_names_that_meet_by_chance_in_two_projects_lead_nowhere(path: str, text: str, leads: bool) -> None:
    net = NET.replace("Net", "MyNet")
    files = {"one/models/__init__.py": "", "one/models/net.py": net, "two/pack/__init__.py": "", path: text}
    relevance, parsed = relevance_of(files)
    assert ((path, "build") in relevance.definitions) == leads
    assert (path in parsed) == (leads or "models" in text)


def test_installed_packages_are_a_project_each() -> None:
    net = NET.replace("Net", "MyNet")
    files = {"lib/site-packages/nets/__init__.py": net, "lib/site-packages/other/__init__.py": HANDED}
    assert relevant(files) == [("lib/site-packages/nets/__init__.py", "MyNet")]
    files["lib/site-packages/other/__init__.py"] = "import nets\n" + HANDED
    assert ("lib/site-packages/other/__init__.py", "build") in relevant(files)


def test_what_is_imported_of_a_library_in_the_catalog_is_never_read_from_its_source() -> None:
    files = {
        "torch/__init__.py": "from torch import nn\n",
        "torch/nn/__init__.py": "from torch.nn.layers import GRU, MyNet\n",
        "torch/nn/layers.py": "class GRU:\n    pass\n\n" + NET.replace("Net", "MyNet"),
        "user.py": "import torch\n" + HANDED,
    }
    assert relevant(files) == [("torch/nn/layers.py", "MyNet")]
    project = Project(Programs(files), CATALOG.holds)
    assert project.find(project.modules["user.py"], "torch.nn") is None
    assert project.find(project.modules["torch/__init__.py"], "nn", 1) is project.modules["torch/nn/__init__.py"]


def test_a_name_is_searched_for_only_where_it_may_mean_what_is_called_so() -> None:
    files = {
        "site-packages/nets/__init__.py": NET.replace("Net", "MyNet"),
        "site-packages/own/__init__.py": NET.replace("Net", "OwnNet"),
        "site-packages/own/stranger.py": "x = y.MyNet\n",
        "site-packages/own/user.py": "x = y.OwnNet\n",
    }
    assert relevance_of(files)[1] == files.keys() - {"site-packages/own/stranger.py"}


def test_the_place_where_a_model_is_constructed_is_kept() -> None:
    relevance, _ = relevance_of({"net.py": NET, "use.py": "from net import Net\nmodel = Net(3)\nmodel.sample(1)\n"})
    assert [(path, unparse(call)) for path, call in relevance.sites["Net"]] == [("use.py", "Net(3)")]
    assert "sample" in relevance.outside


@pytest.mark.parametrize("count", [1, 3, 400])
def test_a_search_for_many_names_finds_each_and_no_other(count: int) -> None:
    draw = random.Random(count)
    names = {"".join(draw.choices("ab_C", k=draw.randint(1, 9))) for _ in range(count)} | {
        "a" * n for n in range(1, 99)
    }
    pattern = re.compile(_alternatives(names))
    others = {"".join(draw.choices("ab_C", k=draw.randint(1, 9))) for _ in range(2000)} | {
        "a" * n for n in range(1, 200)
    }
    assert {name for name in names | others if pattern.search(f"x.{name}(".encode())} == names


def test_what_constructs_a_class_of_the_same_name_elsewhere_says_nothing_about_it() -> None:
    files = {
        "net.py": NET,
        "twin.py": NET + "Net('here')\n",
        "user.py": "from net import Net\nNet('imported')\n",
        "other.py": "import net\nnet.Net('dotted')\n",
        "tried.py": "try:\n    from net import Net\nexcept ImportError:\n    from twin import Net\nNet('either')\n",
    }
    programs = Programs(files)
    project = Project(programs)
    names, homes = CATALOG.recurrent_names(), CATALOG.recurrent_homes()
    relevance = Relevance(project, programs, names, homes, CATALOG.active_words())

    def constructed_in(path: str) -> list[str]:
        return sorted(path for path, _ in relevance.constructions(project.modules[path], "Net"))

    assert constructed_in("net.py") == ["other.py", "tried.py", "user.py"]
    assert "user.py" not in constructed_in("twin.py")
