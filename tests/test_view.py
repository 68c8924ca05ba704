"""Models to look at: the tree of parts, the way of a value, the pictures, and why a value was lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from stages import CATALOG, project_of
from staticrelu.catalog import Catalog, load
from staticrelu.cli import app
from staticrelu.place import WHOLE_FILE, Place
from staticrelu.trace import Machine, trace_class
from staticrelu.view import dot, mermaid, show, steps, svg
from staticrelu.view.look import Look
from staticrelu.view.outline import outline
from staticrelu.view.picture import picture
from staticrelu.view.told import Told

ROOT = Path(__file__).parent.parent
HEAD = "import torch\nimport torch.nn.functional as F\nfrom torch import nn\n\n\n"


def model(init: str, forward: str, constructor: str = "self") -> str:
    """A model whose constructor's first own line is line 9."""

    def body(text: str) -> str:
        return "".join(f"        {line}\n" for line in text.strip().split("\n"))

    return (
        f"{HEAD}class Net(nn.Module):\n    def __init__({constructor}):\n        super().__init__()\n{body(init)}\n"
        f"    def forward(self, x):\n{body(forward)}"
    )


def looked(text: str, catalog: Catalog = CATALOG) -> tuple[Look, Told]:
    """The class ``Net`` of a program, with another catalog if one is given."""
    project = project_of({"model.py": text})
    machine = Machine(project, catalog)
    machine.enters_all = True
    module = project.modules["model.py"]
    traced = trace_class(machine, module, "Net", (), frozenset())
    assert traced is not None
    (statement,) = (s for s in module.tree.body if getattr(s, "name", "") == "Net")
    lines = text.splitlines()
    told = Told(
        lambda path, number: lines[number - 1] if number <= len(lines) else "",
        lambda place: "",
        lambda path, number: WHOLE_FILE.origin(number),
        lambda path: module.tree,
    )
    place = Place("model.py", statement.span)
    return Look("model.Net", "class", place, traced.graph, outline(machine), None, traced.spent), told


def shown(text: str) -> str:
    return show.render(*looked(text))


def row(text: str, name: str) -> str:
    """The line of the tree that begins with a name."""
    return next(line for line in shown(text).splitlines() if re.search(rf"[├└]─ {re.escape(name)}\b", line))


def traced(text: str, start: str | None = None, line: int | None = None, catalog: Catalog = CATALOG) -> list[str]:
    """The lines of the ways, white space folded."""
    look, told = looked(text, catalog)
    rendered = steps.render(look, told, steps.ways(look, told, start, line), line)
    return [" ".join(each.split()) for each in rendered.splitlines()[2:]]


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, [*arguments])
    assert result.exit_code == 0, result.output
    return result.output


# --- show --------------------------------------------------------------------------------------------------------------


def test_parts_stand_in_the_order_of_their_calls_with_functions_between() -> None:
    text = model(
        "self.head = nn.Linear(4, 2)\nself.rnn = nn.GRU(size, 4, batch_first=True)\nself.spare = nn.Linear(4, 4)",
        "y, _ = self.rnn(x)\ny = F.relu(y.transpose(0, 1))\nreturn self.head(y)",
        "self, size=3",
    )
    lines = [line.split("  ") for line in shown(text).splitlines()]
    names = [" ".join(" ".join(line).split()) for line in lines]
    assert names == [
        "model.Net(size) model.py:6",
        "├─ rnn GRU(size, 4, batch_first=True) line 10 recurrent",
        "├─ .transpose(...) line 15",
        "├─ relu(...) line 15 applies relu",
        "├─ head Linear(4, 2) line 9",
        "└─ spare Linear(4, 4) line 11 never called",
    ]


@pytest.mark.parametrize(
    ("layer", "said"),
    [
        ("nn.RNN(3, 4)", "RNN(3, 4)  line 9  recurrent, tanh inside"),
        ("nn.RNN(3, 4, nonlinearity='relu')", "RNN(3, 4, nonlinearity='relu')  line 9  recurrent, relu inside"),
        ("nn.RNN(3, 4, 1, 'relu')", "RNN(3, 4, 1, 'relu')  line 9  recurrent, relu inside"),
        ("nn.RNNCell(3, 4)", "RNNCell(3, 4)  line 9  recurrent, tanh inside"),
    ],
)
def test_the_nonlinearity_is_shown_which_torch_keeps_to_itself(layer: str, said: str) -> None:
    line = row(model(f"self.rnn = {layer}", "return self.rnn(x)[0]"), "rnn")
    assert said in line
    assert ("relu inside" in line) == ("relu" in layer)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("nn.Linear", "Linear"),
        ("nn.ReLU()", "ReLU"),
        ("torch.relu", "relu"),
        ("helper", "helper"),
        ("self.step", "step"),
        ("lambda v: v", "lambda"),
        ("(1, 2)", "(1, 2)"),
        ("[1, [2, [3]]]", "[1, [2, ...]]"),
        ("(nn.Linear, helper)", "(Linear, helper)"),
        ("list(range(8))", "[0, 1, 2, 3, 4, 5, 6, 7]"),
        ("{'a': 1}", "..."),
        ("1, *many, k=2, **some", "1, *..., k=2, **..."),
        ("x=size", "x=size"),
        ("None, -1.5, 'a', True", "None, -1.5, 'a', True"),
        ("size + 1", "size + 1"),
        ("f'{size}a'", 'f"{size}a"'),
        ("1 if size else 2", "1 or 2"),
        ("1 if size else 2 if many else 3", "1 or 2 or 3"),
        ("1 if size else 2 if many else 3 if some else 4", "..."),
        ("'" + 98 * "b" + "'", "'" + 98 * "b" + "'"),
        ("'" + 99 * "b" + "'", "'" + 96 * "b" + "..."),
    ],
)
def test_what_a_part_is_constructed_with_is_shown_as_far_as_it_is_short(given: str, said: str) -> None:
    made = model(f"self.box = Box({given})", "return self.box(x)", "self, size, many, some")
    body = "super().__init__()\n\n    def forward(self, x):\n        return x"
    box = f"class Box(nn.Module):\n    def __init__(self, *a, **k):\n        {body}"
    helper = "def helper(v):\n    return v"
    step = "    def step(self, v):\n        return v\n"
    text = made.replace("class Net", f"{helper}\n\n\n{box}\n\n\nclass Net") + f"\n{step}"
    assert f" Box({said})  line" in row(text, "box")


def test_a_nonlinearity_that_is_open_is_told_with_its_condition() -> None:
    text = model("self.rnn = nn.RNN(3, 4, nonlinearity=kind)", "return self.rnn(x)[0]", 'self, kind="tanh"')
    assert 'relu inside when kind == "relu" (default "tanh")' in row(text, "rnn")


def test_the_condition_of_a_layer_is_not_said_again_of_what_is_inside() -> None:
    init = "if fast:\n    self.rnn = nn.RNN(3, 4, nonlinearity='relu')\nelse:\n    self.rnn = nn.GRU(3, 4)"
    line = row(model(init, "return self.rnn(x)[0]", "self, fast"), "rnn")
    assert line.endswith("recurrent, relu inside, when fast")


def test_a_layer_that_is_built_where_it_is_called_stands_among_the_functions() -> None:
    lines = shown(model("self.rnn = nn.GRU(3, 4)", "return nn.ReLU()(nn.RNN(4, 4)(self.rnn(x)[0])[0])")).splitlines()
    assert [" ".join(line.split()[1:]) for line in lines[1:]] == [
        "rnn GRU(3, 4) line 9 recurrent",
        "RNN(...) line 12 recurrent",
        "ReLU(...) line 12 applies relu",
    ]


LEAF = """

class Leaf(nn.Module):
    def forward(self, x):
        return nn.ReLU()(x)


class Sub(nn.GRU):
    def forward(self, x):
        return super().forward(x)[0]
"""


def test_a_layer_in_a_part_does_not_bear_the_name_of_the_part_unless_it_is_the_part() -> None:
    text = model("self.rnn = Sub(3, 4)\nself.leaf = Leaf()", "return self.leaf(self.rnn(x))") + LEAF
    assert re.search(r"├─ rnn .*recurrent\n└─ leaf .*\n   └─ +ReLU\(\.\.\.\) .*applies relu\n$", shown(text))
    assert [re.sub(r"line \d+ (.*?) return .*", r"\1", line) for line in traced(text)[1:]] == [
        "rnn: GRU",
        "ReLU",
        "returned",
    ]


SCRIPT = f"""{HEAD}class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(3, 4)

    def forward(self, x):
        return torch.relu(self.rnn(x)[0])


net = Net()
same = net
out = net(torch.zeros(5, 2, 3))
"""


def test_what_a_script_builds_is_called_by_its_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("train.py").write_text(SCRIPT)
    assert run("show", "train.py").split("\n\n")[0].splitlines()[1:] == [
        "├─         zeros(...)  line 17",
        "├─ net     Net         line 15",
        "│  ├─ rnn  GRU(3, 4)   line 9  recurrent",
        "│  └─      relu(...)   line 12  applies relu",
        "└─ same    Net()       line 15  the same as net",
    ]
    assert "from net.rnn" in run("trace", "train.py")


def test_what_lies_deep_in_a_scripts_object_is_called_by_the_whole_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outer = "class Outer(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.net = Net()\n\n"
    outer += "    def forward(self, x):\n        return self.net(x)\n\n\n"
    Path("train.py").write_text(SCRIPT.replace("net = Net()", outer + "net = Outer()"))
    assert "from net.net.rnn" in run("trace", "train.py")
    assert "self" not in run("show", "train.py").split("\n\n")[0]


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (".", "staticrelu: . is a folder: name one file, or one model in it as FILE:NAME"),
        ("train.py:Net.forward", "Net.forward stands inside of Net: a class is looked at as a whole, as train.py:Net"),
        ("train.py:Nut", "there is no 'Nut'; the file has: F, Net, net, nn, out, same, torch"),
        (
            "train.py:net",
            "what the file itself builds and calls is shown with the whole file, and `trace train.py --from net`",
        ),
        ("gone.py:Net", "staticrelu: gone.py: No such file or directory"),
    ],
)
def test_what_cannot_be_looked_at_is_told_with_what_can(
    target: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("train.py").write_text(SCRIPT)
    for command in ("show", "trace"):
        result = CliRunner().invoke(app, [command, target])
        assert result.exit_code == 2
        assert told in result.stderr


@pytest.mark.parametrize(
    ("layer", "hides"),
    [
        ("nn.TransformerEncoderLayer(4, 2)", True),
        ("nn.TransformerEncoderLayer(4, 2, activation='gelu')", False),
        ("nn.ReLU()", False),
        ("nn.Linear(4, 4)", False),
    ],
)
def test_a_librarys_layer_that_hides_a_relu_is_marked(layer: str, hides: bool) -> None:
    line = row(model(f"self.rnn = nn.GRU(3, 4)\nself.top = {layer}", "return self.top(self.rnn(x)[0])"), "top")
    assert ("applies relu in its own code" in line) == hides


def test_what_may_be_one_of_several_is_shown_with_its_conditions() -> None:
    text = model(
        "self.rnn = nn.GRU(3, 4)\nself.act = nn.ReLU() if bend else nn.Tanh()",
        "return self.act(self.rnn(x)[0])",
        "self, bend=False",
    )
    lines = [line for line in shown(text).splitlines() if "act" in line]
    assert ["bend=True" in line and "ReLU()" in line for line in lines] == [True, False]
    assert "bend=False" in lines[1]


def test_shared_parts_plain_lists_and_parts_of_parts() -> None:
    text = model(
        "self.rnn = nn.GRU(3, 4)\nself.first = nn.Linear(4, 4)\nself.second = self.first\n"
        "self.more = [nn.Linear(4, 4)]\nself.stack = nn.Sequential(nn.Linear(4, 4), nn.ReLU())",
        "return self.stack(self.more[0](self.second(self.first(self.rnn(x)[0]))))",
    )
    assert "the same as first" in row(text, "second")
    assert "a plain list: its parts are not registered" in row(text, "more")
    lines = shown(text).splitlines()
    at = next(n for n, line in enumerate(lines) if "stack" in line)
    assert [line.strip("│├└─ ").split()[0] for line in lines[at + 1 : at + 3]] == ["0", "1"]


def test_models_without_a_recurrent_layer_are_shown_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("net.py").write_text(model("self.fc = nn.Linear(3, 4)", "return torch.relu(self.fc(x))"))
    output = run("show", "net.py:Net")
    assert "Linear(3, 4)" in output
    assert "applies relu" in output
    assert "never called" not in output


def test_hostile_text_cannot_move_the_cursor() -> None:
    text = model("self.rnn = nn.GRU(3, 4, kind='\\x1b[2J\\u202e')", "return self.rnn(x)[0]")
    assert "\x1b" not in shown(text)
    assert "\u202e" not in shown(text)


def test_what_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a:b.py").write_text(model("self.rnn = nn.GRU(3, 4)", "return self.rnn(x)[0]"))
    Path("empty.py").write_text("x = 1\n")
    assert "GRU(3, 4)" in run("show", "a:b.py")
    for arguments, message in [
        (["show", "a:b.py:Other"], "there is no 'Other'; the file has: F, Net, nn, torch"),
        (["show", "empty.py"], "there is no model with a recurrent layer"),
        (["show", "missing.py"], "No such file"),
        (["trace", "a:b.py", "--from", "nothing"], "there are: rnn, x"),
    ]:
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 2
        assert message in result.output


# --- trace -------------------------------------------------------------------------------------------------------------


def test_one_line_a_step_with_conditions_and_other_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    lines = [" ".join(line.split()) for line in run("trace", "fixtures/models/tagger.py:Tagger").splitlines()]
    assert lines[2] == "from rnn torch.nn.LSTM, built on line 13"
    assert lines[3].startswith("line 19 rnn: LSTM states, _ = pad_packed_sequence(")
    assert lines[5:9] == [
        "fixtures/models/layers.py",
        "line 16 projection.linear: Linear return self.dropout(torch.relu(self.linear(x)))",
        "line 16 relu return self.dropout(torch.relu(self.linear(x))) <- applies relu",
        "line 16 projection.dropout: Dropout return self.dropout(torch.relu(self.linear(x)))",
    ]
    assert lines[-1] == "line 20 returned return self.tags(self.projection(states))"
    lines = [" ".join(line.split()) for line in run("trace", "fixtures/models/forecaster.py").splitlines()]
    assert 'when activation == "relu" (default "tanh"):' in lines


def test_where_a_value_stops_and_why() -> None:
    init = "self.rnn = nn.GRU(3, 4)\nself.fc = nn.Linear(4, 4)"
    ends = {
        "y = self.rnn(x)[0]\ny = torch.zeros(3)\nreturn y": (14, "is overwritten: y is given another value"),
        "y = self.rnn(x)[0]\nn = len(y)\nreturn n": (14, "goes into len(...), out of which it does not come"),
        "self.fc(self.rnn(x)[0])\nreturn x": (13, "is thrown away"),
        "y = self.rnn(x)[0]\nz = self.fc(y)\nreturn x": (14, "is kept as z, which nothing reads"),
        "self.last = self.rnn(x)[0]\nreturn self.fc(x)": (13, "is kept as self.last, which nothing reads"),
        "return torch.numel(self.rnn(x)[0])": (13, "goes into torch.numel(...), out of which"),
    }
    for forward, (line, words) in ends.items():
        stops = [each for each in traced(model(init, forward)) if "stops" in each]
        assert len(stops) == 1, forward
        assert stops[0].startswith(f"line {line} stops"), stops
        assert words in stops[0]


def test_from_any_part_or_argument_and_to_a_line() -> None:
    text = model(
        "self.pre = nn.Linear(3, 3)\nself.rnn = nn.GRU(3, 4)",
        "x = self.pre(x)\ny = self.rnn(x)[0]\nreturn torch.relu(y)",
    )
    assert traced(text, "self.pre")[0] == "from pre torch.nn.Linear"
    assert [line.split()[2] for line in traced(text, "x")[1:]] == ["pre:", "rnn:", "relu", "returned"]
    assert [line.split()[2] for line in traced(text, "pre", 14)[1:]] == ["pre:", "rnn:"]
    assert traced(text, None, 13)[-1] == "line 13 is not reached"


def test_what_could_not_be_resolved_is_marked() -> None:
    text = model("self.rnn = nn.GRU(3, 4)", "y = mystery.bend(self.rnn(x)[0])\nreturn torch.relu(y)")
    lines = traced(f"import mystery\n{text}")
    unresolved = next(line for line in lines if "not known" in line)
    assert "mystery.bend" in unresolved


# --- ten misread programs ----------------------------------------------------------------------------------------------
# Each is read with an entry of the catalog switched off, or turned into what it is not: so it is misread, and the step where
# that happens must be what the trace shows.


INIT = "self.rnn = nn.GRU(3, 4)\nself.fc = nn.Linear(4, 4)\nself.act = nn.ReLU()"
FIRST = "y = self.rnn(x)[0]\n"
LOST = "out of which it does not come"
UNKNOWN = "<- not known: what it is given may come out of it"
MISREAD = {
    # entry, what it is turned into (None: it is gone), what forward does after the layer, the step
    "a function that is not known as ReLU": (
        "torch.relu",
        None,
        "return torch.relu(y)",
        "line 15 relu return torch.relu(y)",
    ),
    "the same in torch.nn.functional": (
        "torch.nn.functional.relu",
        None,
        "return F.relu(y)",
        "line 15 relu return F.relu(y)",
    ),
    "a module that is not known as ReLU": (
        "torch.nn.ReLU",
        None,
        "return self.act(y)",
        "line 15 act: ReLU return self.act(y)",
    ),
    "a method that is not known as ReLU": (
        "relu",
        None,
        "return y.relu()",
        f"line 15 y.relu return y.relu() {UNKNOWN}, all behind it is only possible",
    ),
    "a function that is thought to count": (
        "torch.cat",
        {"result": "plain"},
        "y = torch.cat([y, y])\nreturn torch.relu(y)",
        f"line 15 stops y = torch.cat([y, y]) <- the value goes into torch.cat(...), {LOST}",
    ),
    "a function that is thought to make anew": (
        "torch.stack",
        {"result": "fresh"},
        "return torch.relu(torch.stack([y]))",
        f"line 15 stops return torch.relu(torch.stack([y])) <- the value goes into torch.stack(...), {LOST}",
    ),
    "a method that is thought to count": (
        "clone",
        {"result": "plain"},
        "z = y.clone()\nreturn torch.relu(z)",
        f"line 15 stops z = y.clone() <- the value goes into y.clone(...), {LOST}",
    ),
    "a method in a chain": (
        "transpose",
        {"result": "plain"},
        "return torch.relu(self.fc(y).transpose(0, 1))",
        "line 15 stops return torch.relu(self.fc(y).transpose(0, 1)) <- the value goes into self.fc(y).transpose(...), "
        + LOST,
    ),
    "a function that is thought to read another argument": (
        "torch.flip",
        {"reads": ("dims",), "parameters": ("input", "dims")},
        "y = torch.flip(y, [0])\nreturn torch.relu(y)",
        f"line 15 stops y = torch.flip(y, [0]) <- the value goes into torch.flip(...), {LOST}",
    ),
    "a function of a library that is not known": (
        "einops.rearrange",
        None,
        "y = einops.rearrange(y, 'a b c -> b a c')\nreturn torch.relu(y)",
        f"line 15 einops.rearrange y = einops.rearrange(y, 'a b c -> b a c') {UNKNOWN}, all behind it is only possible",
    ),
}


def misreading(name: str, changes: dict[str, object] | None) -> Catalog:
    """The catalog with one entry gone, and the package that would speak for it with it, or turned into something else."""
    catalog = load()
    for table in (catalog._entries, catalog._methods):
        entry = table.pop(name, None)
        if entry is not None and changes is not None:
            table[name] = msgspec.structs.replace(entry, **changes)
    if changes is None and not name.startswith("torch"):
        catalog._packages.pop(name.partition(".")[0], None)
    return catalog


@pytest.mark.parametrize(("entry", "changes", "forward", "step"), MISREAD.values(), ids=MISREAD.keys())
def test_the_trace_of_a_misread_program_shows_the_very_step(
    entry: str, changes: dict[str, object] | None, forward: str, step: str
) -> None:
    text = model(INIT, FIRST + forward).replace("import torch\n", "import torch, einops\n", 1)
    right, wrong = traced(text), traced(text, catalog=misreading(entry, changes))
    assert any("applies relu" in line for line in right)
    assert step not in right
    assert step in wrong
    if "stops" in step:
        assert wrong[-1] == step
    elif UNKNOWN not in step:
        assert not any("applies relu" in line for line in wrong)


# --- pictures ----------------------------------------------------------------------------------------------------------

HOSTILE = "'\\\"<b>]}); --> %%{init}%% `x` \\\\n | #quot; &amp; end \\x1b \u202e'"
PROGRAMS = {
    "plain": model("self.rnn = nn.GRU(3, 4)", "return torch.relu(self.rnn(x)[0])"),
    "conditions": model(
        "self.rnn = nn.GRU(3, 4)\nself.bend = bend",
        "y = self.rnn(x)[0]\nif self.bend == 'a \"b\" <c>':\n    y = torch.relu(y)\nreturn y",
        "self, bend='x'",
    ),
    "clusters": model(
        "self.rnn = nn.GRU(3, 4)\nself.top = nn.Sequential(nn.Linear(4, 4), nn.Sequential(nn.ReLU(), nn.Linear(4, 2)))",
        "return self.top(self.rnn(x)[0]) + x",
    ),
    "hostile": model(f"self.rnn = nn.GRU(3, 4, kind={HOSTILE})", "y = self.rnn(x)[0]\nreturn missing[0].end(y)"),
}


def programs() -> list[tuple[str, str]]:
    return list(PROGRAMS.items())


@pytest.mark.parametrize(("name", "text"), programs(), ids=PROGRAMS.keys())
def test_graphviz_reads_what_is_written_for_it(name: str, text: str) -> None:
    if not svg.is_possible():
        pytest.skip("Graphviz comes with the extra `draw`, for Python 3.11 and newer")
    drawn = picture(looked(text)[0])
    image = svg.render(drawn)
    assert image.count('class="node ') == len(drawn.boxes)
    assert image.count('class="edge ') == len(drawn.arrows)
    assert image.count('class="cluster ') == len(drawn.groups)
    assert "<b>" not in image


def test_a_picture_draws_a_loop_once_and_says_when_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    described = json.loads(run("show", "fixtures/models/forecaster.py", "--format", "json"))
    (one,) = described["models"]
    assert [box["what"] for box in one["boxes"] if box["kind"] == "recurrent"] == ["GRUCell(features, size)"]
    numbers = {box["name"]: box["number"] for box in one["boxes"] if box["kind"] != "activation"}
    conditions = {(a["source"], a["target"]): a["condition"] for a in one["arrows"]}
    assert conditions[numbers["cell"], numbers["activation"]] == 'activation == "relu" (default "tanh")'
    assert conditions[numbers["activation"], numbers["cell"]].endswith("and the loop runs again")
    assert [part["name"] for part in one["parts"]] == ["cell", "activation", "activation", "value"]


def test_conditional_arrows_are_dashed_with_their_condition() -> None:
    drawn = picture(looked(PROGRAMS["conditions"])[0])
    assert [arrow.label for arrow in drawn.arrows if arrow.label]
    assert '-. "bend == ' in mermaid.render(drawn)
    assert 'style="dashed", tooltip="when bend == ' in dot.render(drawn)


def test_modules_are_clusters_inside_each_other() -> None:
    drawn = picture(looked(PROGRAMS["clusters"])[0])
    assert [(g.name, g.outer) for g in drawn.groups] == [("top", 0), ("top.1", 1)]
    text = mermaid.render(drawn)
    assert text.index('subgraph g1["top: Sequential"]') < text.index('subgraph g2["top.1: Sequential"]')
    assert dot.render(drawn).count("subgraph cluster_") == 2


def test_a_model_with_too_many_boxes_keeps_what_matters() -> None:
    lines = ["self.rnn = nn.GRU(3, 3)", "self.layers = nn.ModuleList([nn.Linear(3, 3) for _ in range(300)])"]
    forward = "for layer in self.layers:\n    x = layer(x)\ny = self.rnn(x)[0]\nreturn torch.relu(y)"
    drawn = picture(looked(model("\n".join(lines), forward))[0])
    assert drawn.left_out > 0
    assert {"recurrent", "relu"} <= {box.kind for box in drawn.boxes}
    (last,) = (box.number for box in drawn.boxes if box.kind == "recurrent")
    assert any(arrow.target == last for arrow in drawn.arrows)


def test_without_the_library_that_draws_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(svg, "is_possible", lambda: False)
    Path("net.py").write_text(PROGRAMS["plain"])
    result = CliRunner().invoke(app, ["show", "net.py", "--format", "svg"])
    assert (result.exit_code, "pip install 'staticrelu[draw]'" in result.output) == (2, True)
    result = CliRunner().invoke(app, ["scan", "--format", "html", "net.py"])
    assert result.exit_code == 0
    assert "graphs are not drawn" in result.stderr
    assert "graphs are not drawn" in result.stdout
    assert "self.rnn = nn.GRU(3, 4)" in result.stdout
    assert "<svg" not in result.stdout


def test_several_models_are_not_drawn_into_one_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = PROGRAMS["plain"]
    Path("two.py").write_text(text + text[len(HEAD) :].replace("Net", "Other"))
    assert run("show", "two.py").count("GRU(3, 4)") == 2
    result = CliRunner().invoke(app, ["show", "two.py", "--format", "dot"])
    assert (result.exit_code, "name one of Net, Other" in result.output) == (2, True)
    assert run("show", "two.py:Other", "--format", "dot").startswith('digraph "two.Other"')


def test_cells_of_a_notebook_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cells = [{"cell_type": "code", "source": source} for source in (HEAD, PROGRAMS["plain"][len(HEAD) :])]
    Path("nb.ipynb").write_text(json.dumps({"cells": cells, "nbformat": 4, "metadata": {}}))
    assert "nb.ipynb:cell 2:1" in run("show", "nb.ipynb")
    assert "cell 2, line 4" in run("show", "nb.ipynb:Net")
    assert "from rnn  torch.nn.GRU, built on cell 2, line 4" in run("trace", "nb.ipynb")
