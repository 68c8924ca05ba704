"""Rules: what they say of programs, how they are read, and what is wrong with one that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from checked import HEAD, RULES, check, found, model, rule
from stages import CATALOG
from staticrelu import checks
from staticrelu.catalog import CatalogError, load, rules_folder
from staticrelu.checks import Rule
from staticrelu.checks.choose import UnknownRuleError, choose, named, severities
from staticrelu.checks.suppress import UNUSED, comments, silence
from staticrelu.cli.rules import trial

SHIPPED = (rules_folder("checks") / "SR102.yaml").read_text("utf-8")


# --- the shipped rules --------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_reports_its_bad_program_and_not_its_good_one(rule: Rule) -> None:
    assert trial(rule, []) == []


def test_a_program_that_shows_something_else_is_told() -> None:
    import msgspec

    right = rule("SR102")
    swapped = msgspec.structs.replace(right.help, bad=right.help.good + "# here\n", good=right.help.bad)
    told = " ".join(trial(msgspec.structs.replace(right, help=swapped), []))
    assert "bad, line 15: not reported" in told
    assert "good, line 13: reported, but not marked" in told


def test_codes_and_files_agree_and_few_rules_are_on() -> None:
    assert all(Path(rule.path).stem == rule.code for rule in RULES)
    assert {rule.code for rule in RULES if not rule.default} == {"SR101", "SR104", "SR110", "SR114"}


@pytest.mark.parametrize(
    ("forward", "expected"),
    [
        ("return torch.relu(self.rnn(x)[0])", [15]),
        ("return torch.relu(self.rnn(x)[0][:, -1].reshape(2, -1))", [15]),
        ("out, h = self.rnn(x)\nreturn torch.relu(torch.cat([h[0], h[1]], dim=1))", [16]),
        ("return torch.relu(F.dropout(self.rnn(x)[0], 0.5))", [15]),
        ("return torch.relu(self.drop(self.rnn(x)[0]))", [15]),
        ("return torch.relu(einops.rearrange(self.rnn(x)[0], 't b c -> b t c'))", [15]),
        ("return torch.relu(self.alpha(self.rnn(x)[0]))", []),
        ("return torch.relu(self.head(self.rnn(x)[0]))", []),
        ("return torch.relu(self.norm(self.rnn(x)[0]))", []),
        ("return torch.relu(self.rnn(x)[0] + x)", []),
        ("return torch.relu(x), self.rnn(x)[0]", []),
        ("return torch.relu(self.rnn(self.rnn(x)[0])[0])", [15]),
    ],
)
def test_directly_on_the_output_means_that_values_are_only_rearranged(forward: str, expected: list[int]) -> None:
    init = (
        "self.rnn, self.alpha = nn.GRU(4, 4), nn.AlphaDropout()\nself.drop = nn.Dropout(0.1)\n"
        "self.head = nn.Linear(4, 4)\nself.norm = nn.LayerNorm(4)"
    )
    program = model(init, forward).replace("import torch\n", "import torch, einops\n", 1)
    assert [line for _, line in found(program, "SR102")] == expected


def test_only_the_layer_that_lies_directly_before_is_named() -> None:
    program = model("self.a = nn.GRU(4, 4)\nself.b = nn.GRU(4, 4)", "return torch.relu(self.b(self.a(x)[0])[0])")
    (finding,), _ = check(program, "SR102")
    assert "rnn" not in finding.message
    assert [(other.label, other.line) for other in finding.related] == [("b (torch.nn.GRU)", 10)]


EITHER = "if lstm:\n    self.rnn = nn.LSTM(4, 4)\nelse:\n    self.rnn = "


@pytest.mark.parametrize(
    ("other", "certainty", "condition"),
    [
        ("nn.GRU(4, 4)", "definite", ""),
        ("nn.Linear(4, 4)", "conditional", "lstm=True (default False)"),
    ],
)
def test_a_finding_of_several_layers_holds_whenever_it_does_of_one(other: str, certainty: str, condition: str) -> None:
    program = model(EITHER + other, "return torch.relu(self.rnn(x)[0])", constructor="self, lstm=False")
    for code in ("SR101", "SR102"):
        (finding,), _ = check(program, code)
        assert (finding.certainty, finding.condition) == (certainty, condition)


def test_conditions_of_several_layers_are_joined() -> None:
    init = "self.a = nn.GRU(4, 4)\nself.b = nn.LSTM(4, 4)"
    forward = "if first:\n    x = self.a(x)[0]\nelif second:\n    x = self.b(x)[0]\nreturn torch.relu(x)"
    (finding,), _ = check(model(init, forward, arguments="self, x, first, second"), "SR102")
    assert finding.condition == "first or second"
    assert len(finding.related) == 2


def test_what_another_model_shows_under_another_condition_is_named_beside_the_message_only() -> None:
    part = model("self.act = nn.ReLU()", "return self.act(x) if bent else x", arguments="self, x, bent=True")
    whole = "\n\nclass {}(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.rnn = nn.GRU(4, 4)\n"
    whole += "        self.part = Net()\n\n    def forward(self, x{}):\n        return self.part(self.rnn(x)[0]{})\n"
    one = whole.format("One", ", bent", ", bent")
    two = whole.format("Two", ", lean", ", not lean").replace("self.rnn", "self.gru")
    (finding,), _ = check(part + one + two, "SR102")
    assert finding.message.endswith("rnn (torch.nn.GRU): no learned layer lies between (when bent)")
    assert {spot.label for spot in finding.related} >= {"rnn (torch.nn.GRU)", "gru (torch.nn.GRU)"}
    (finding,), _ = check(part + one + two.replace("lean", "bent").replace("not ", ""), "SR102")
    assert "rnn (torch.nn.GRU) and 1 more: no learned" in finding.message


def test_a_relu_that_feeds_either_layer_surely_feeds_one() -> None:
    program = model(EITHER + "nn.GRU(4, 4)", "return self.rnn(torch.relu(x))", constructor="self, lstm=False")
    (finding,), _ = check(program, "SR104")
    assert finding.certainty == "definite"


@pytest.mark.parametrize(
    ("forward", "expected"),
    [
        ("for step in x:\n    h = torch.relu(self.cell(step, h))\nreturn h", [14]),
        ("for step in x:\n    h = self.cell(step, torch.relu(h))\nreturn h", [14]),
        ("for step in x:\n    y = torch.relu(self.cell(step, h))\nreturn y", []),
        ("for step in x:\n    h = self.head(torch.relu(self.cell(step, h)))\nreturn h", []),
        ("h = torch.relu(h)\nfor step in x:\n    h = self.cell(step, h)\nreturn h", []),
        ("for step in x:\n    h = self.cell(torch.relu(h), h)\nreturn h", []),
    ],
)
def test_only_what_comes_back_as_state_is_fed_back(forward: str, expected: list[int]) -> None:
    program = model("self.cell = nn.GRUCell(4, 4)\nself.head = nn.Linear(4, 4)", forward, "self, x, h")
    assert [line for _, line in found(program, "SR103")] == expected


@pytest.mark.parametrize(
    ("init", "expected"),
    [
        ('nn.RNN(3, 4, 2, "relu")', "definite"),
        ('nn.RNN(3, 4, nonlinearity="tanh")', None),
        ("nn.RNN(3, 4, nonlinearity=kind)", None),
    ],
)
def test_a_relu_inside_is_reported_where_the_layer_itself_says_so(init: str, expected: str | None) -> None:
    findings, _ = check(model(f"self.rnn = {init}", "return self.rnn(x)", constructor="self, kind='tanh'"), "SR105")
    assert [finding.certainty for finding in findings] == ([expected] if expected else [])


def test_a_layer_that_is_built_under_a_condition_and_says_relu_is_reported_with_it() -> None:
    init = 'self.rnn = nn.RNN(3, 4, nonlinearity="relu") if deep else nn.RNN(3, 4)'
    findings, _ = check(model(init, "return self.rnn(x)", constructor="self, deep=False"), "SR105")
    assert [(f.certainty, f.condition) for f in findings] == [("conditional", "deep=True (default False)")]


@pytest.mark.parametrize(
    ("forward", "expected"),
    [
        ("torch.relu(out)\nreturn out", [14]),
        ("self.act(out)\nreturn out", [14]),
        ("F.relu(out, inplace=True)\nreturn out", []),
        ("torch.relu_(out)\nreturn out", []),
        ("out.relu_()\nreturn out", []),
        ("y = torch.relu(out)\nreturn y", []),
        ("self.kept = torch.relu(out)\nreturn out", []),
        ("print(torch.relu(out))\nreturn out", []),
    ],
)
def test_thrown_away_is_what_a_statement_makes_and_nothing_takes(forward: str, expected: list[int]) -> None:
    program = model("self.rnn = nn.GRU(4, 4)\nself.act = nn.ReLU()", f"out = self.rnn(x)[0]\n{forward}")
    assert [line for _, line in found(program, "SR107")] == expected


def test_a_helper_whose_result_one_caller_uses_is_used() -> None:
    program = model("self.rnn = nn.GRU(4, 4)", "out = self.rnn(x)[0]\nself.bend(out)\nreturn self.bend(out)")
    program += "\n    def bend(self, y):\n        return torch.relu(y)\n"
    assert found(program, "SR107") == []


@pytest.mark.parametrize(
    "forward",
    [
        "return self.act(self.rnn(x)[0])",
        "return unknown.apply(self.act, self.rnn(x)[0])",
        "return nn.Sequential(nn.Linear(4, 4), self.act)(self.rnn(x)[0])",
        "return (self.act if x is None else self.other)(self.rnn(x)[0])",
        "return getattr(self, 'act')(self.rnn(x)[0])",
    ],
)
def test_a_module_that_may_be_called_is_not_reported(forward: str) -> None:
    program = model("self.rnn = nn.GRU(4, 4)\nself.act = nn.ReLU()\nself.other = nn.Identity()", forward)
    assert found("import unknown\n" + program, "SR108") == []


@pytest.mark.parametrize(
    ("init", "forward"),
    [
        ("pass", "return unknown.run(self.rnn, [self.act], x)"),
        ("pass", "return unknown.run(self.forward, x)"),
        ("self.inner = unknown.Wrap(self)", "return self.inner(x)"),
        ("self.stack = unknown.Stack({'a': self.rnn, 'b': (self.act,)})", "return self.stack(x)"),
        ("other.rnn, other.act = self.rnn, self.act\nself.other = other", "return self.other(x)"),
        ("pass", "return self.rnn, self.act"),
    ],
)
def test_what_is_handed_to_code_that_is_not_scanned_may_be_called(init: str, forward: str) -> None:
    init = f"self.rnn = nn.GRU(4, 4)\nself.act = nn.ReLU()\n{init}"
    program = "import unknown\n" + model(init, forward, constructor="self, other")
    assert found(program, "SR108", "SR111") == []
    kept = "import unknown\n" + model("self.rnn = nn.GRU(4, 4)\nself.act = nn.ReLU()", "return unknown.run(x)")
    assert found(kept, "SR108", "SR111") == [("SR111", 10), ("SR108", 11)]


def test_a_module_that_is_a_default_waits_for_its_call() -> None:
    program = model("self.rnn = nn.GRU(4, 4)", "return self.rnn(x)", constructor="self, act=nn.ReLU()")
    assert found(program, "SR108") == []


def test_what_a_class_with_an_unknown_base_builds_may_be_called_by_the_base() -> None:
    program = model("self.rnn = nn.GRU(4, 4)\nself.act = nn.ReLU()", "return x").replace("nn.Module", "unknown.Base")
    assert found("import unknown\n" + program, "SR108", "SR111") == []


def test_a_module_of_a_base_that_a_subclass_calls_is_called() -> None:
    program = (
        f"{HEAD}class Base(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
        "        self.rnn = nn.GRU(4, 4)\n        self.act = nn.ReLU()\n\n"
        "    def forward(self, x):\n        return self.rnn(x)\n\n\n"
        "class Net(Base):\n    def forward(self, x):\n        return self.act(self.rnn(x)[0])\n"
    )
    assert found(program, "SR108") == []
    assert found(program.replace("self.act(self.rnn(x)[0])", "self.rnn(x)[0]"), "SR108") == [("SR108", 10)]


def test_a_layer_that_a_larger_model_calls_is_called() -> None:
    part = model("self.rnn = nn.GRU(4, 4)\nself.head = nn.Linear(4, 4)", "return self.head(x)")
    whole = (
        "\n\nclass Whole(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.net = Net()\n\n"
        "    def forward(self, x):\n        return self.net.rnn(x)\n"
    )
    assert found(part, "SR111") == [("SR111", 9)]
    assert found(part + whole, "SR111") == []


def test_a_layer_that_is_only_looked_at_is_no_part_of_a_model() -> None:
    program = f"{HEAD}def test_layer():\n    layer = nn.LSTM(3, 4)\n    assert isinstance(layer, nn.RNNBase)\n"
    assert found(program, "SR111") == []


def test_one_module_in_two_arms_of_a_branch_is_applied_once() -> None:
    init = "self.rnn = nn.GRU(4, 4)\nself.act = nn.ReLU()"
    both = "out = self.rnn(x)[0]\nif flag:\n    return self.act(out)\nreturn self.act(out * 2)"
    assert found(model(init, both, "self, x, flag=False"), "SR110") == []
    assert found(model(init, "return self.act(self.rnn(self.act(x))[0])"), "SR110") == [("SR110", 10)]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("{}", 1),
        ("self.drop({})", 1),
        ("F.alpha_dropout({}, 0.5)", 0),
        ("F.lp_pool1d({}, 2.0, 2)", 1),
        ("{}.mean(1)", 1),
        ("F.max_pool1d({}, 2)", 1),
        ("-{}", 0),
        ("self.head({})", 0),
    ],
)
def test_twice_in_a_row_is_through_what_keeps_the_sign(between: str, expected: int) -> None:
    init = "self.rnn = nn.GRU(4, 4)\nself.drop = nn.Dropout()\nself.head = nn.Linear(4, 4)"
    inner = between.format("torch.relu(self.head(self.rnn(x)[0]))")
    assert len(found(model(init, f"return torch.relu({inner})"), "SR109")) == expected


def test_a_relu_before_a_loss_that_takes_logits() -> None:
    init = "self.rnn = nn.GRU(4, 4)\nself.head = nn.Linear(4, 4)\nself.loss = nn.{}Loss()"
    forward = "return self.loss(torch.relu(self.head(self.rnn(x)[0])), y)"
    assert found(model(init.format("CrossEntropy"), forward, "self, x, y"), "SR112") == [("SR112", 14)]
    assert found(model(init.format("MSE"), forward, "self, x, y"), "SR112") == []


@pytest.mark.parametrize(
    ("layer", "forward", "expected"),
    [
        ("nn.LSTM", "return torch.relu_(self.rnn(x)[0])", 1),
        ("nn.LSTM", "return F.relu(self.rnn(x)[0][:, -1], inplace=True)", 1),
        ("nn.LSTM", "return F.relu(self.rnn(x)[0])", 0),
        ("nn.LSTM", "return torch.relu_(self.rnn(x)[1][0])", 0),
        ("nn.LSTM", "return torch.relu_(self.rnn(x)[0] + 1)", 0),
        ("nn.LSTM", "return torch.relu_(self.rnn(x)[0].clone())", 0),
        ("nn.GRU", "return torch.relu_(self.rnn(x)[0])", 0),
        ("functools.partial(nn.LSTM, bidirectional=True)", "return torch.relu_(self.rnn(x)[0])", 0),
        ("nn.RNNCell", "return self.rnn(x).relu_()", 1),
    ],
)
def test_only_what_shares_memory_with_the_output_is_overwritten(layer: str, forward: str, expected: int) -> None:
    program = "import functools\n" + model(f"self.rnn = {layer}(4, 4)", forward)
    assert len(found(program, "SR113")) == expected


def test_a_condition_stands_in_the_message() -> None:
    init = "self.rnn = nn.GRU(4, 4)\nself.bend = bend"
    program = model(
        init, "out = self.rnn(x)[0]\nreturn torch.relu(out) if self.bend else out", constructor="self, bend=False"
    )
    (finding,), _ = check(program, "SR102")
    assert finding.certainty == "conditional"
    assert finding.message.endswith("(when bend=True (default False))")


def test_a_part_in_two_models_is_said_once() -> None:
    part = model("self.rnn = nn.GRU(4, 4)", "return torch.relu(self.rnn(x)[0])")
    whole = (
        "\n\nclass {0}(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.net = Net()\n\n"
        "    def forward(self, x):\n        return self.net(x)\n"
    )
    (finding,), _ = check(part + whole.format("One") + whole.format("Two"), "SR102")
    assert finding.model == "model.Net"


# --- other activations --------------------------------------------


@pytest.mark.parametrize(
    ("forward", "kind"),
    [
        ("return F.gelu({})", "gelu"),
        ("return F.leaky_relu({})", "leaky_relu"),
        ("return {}.tanh()", "tanh"),
        ("return {}.clamp(min=0)", "disguised_relu"),
        ("return torch.clamp({}, 0)", "disguised_relu"),
        ("return {}.clamp_min(0.0)", "disguised_relu"),
        ("return torch.maximum({}, torch.zeros_like(x))", "disguised_relu"),
        ("return torch.max({}, torch.zeros(1))", "disguised_relu"),
        ("return F.threshold({}, 0, 0)", "disguised_relu"),
        ("y = {}\nreturn torch.where(y > 0, y, 0)", "disguised_relu"),
        ("y = {}\nreturn torch.where(y > 0, y, torch.zeros_like(y))", "disguised_relu"),
        ("return F.threshold({}, 1, 0)", "threshold"),
        ("return {}.clamp(min=0, max=1)", ""),
        ("return {}.clamp(-1)", ""),
        ("return torch.maximum({}, x)", ""),
        ("return torch.max({}, 0)[0]", ""),
        ("y = {}\nreturn torch.where(x > 0, y, 0)", ""),
        ("y = {}\nreturn torch.where(y >= 0, y, 0.0)", "disguised_relu"),
        ("y = {}\nreturn torch.where(y < 0, y, 0)", ""),
        ("y = {}\nreturn torch.where(y == 0, y, 0)", ""),
        ("y = {}\nreturn torch.where(y > 0, y, 1.0)", ""),
        ("y = {}\nreturn torch.where(y > 0, x, 0.0)", ""),
        ("y = {}\nreturn torch.where(y > x.sum(), y, 0.0)", ""),
        ("return torch.maximum({}, torch.ones_like(x))", ""),
        ("return torch.minimum({}, torch.zeros_like(x))", ""),
        ("return torch.clamp({}, min=0.0, max=None)", "disguised_relu"),
        ("return torch.clamp({}, max=0)", ""),
        ("return {}.clamp_min(1)", ""),
        ("y = {}\nreturn torch.where(y > 1, y, 0)", ""),
    ],
)
def test_other_activations_are_found_when_they_are_chosen(forward: str, kind: str) -> None:
    program = model("self.rnn = nn.GRU(4, 4)", forward.format("self.rnn(x)[0]"))
    assert found(program, "SR102") == []
    assert len(found(program, "SR102", kinds=[kind])) == bool(kind)


# --- fingerprints --------------------------------------------


def test_fingerprints_stay_when_other_lines_move_and_differ_from_each_other() -> None:
    program = model(
        "self.rnn = nn.GRU(4, 4)", "y = torch.relu(self.rnn(x)[0])\ny = torch.relu(self.rnn(x)[0])\nreturn y"
    )
    before = [finding.fingerprint for finding in check(program)[0]]
    after = [finding.fingerprint for finding in check("# a comment\n" * 10 + program)[0]]
    assert before == after
    assert len(set(before)) == len(before) > 3
    other = [finding.fingerprint for finding in check({"other.py": program})[0]]
    assert not set(other) & set(before)


# --- which rules are on --------------------------------------------


def codes(rules: list[Rule]) -> list[str]:
    return [rule.code for rule in rules]


def test_rules_are_named_by_code_name_beginning_and_all() -> None:
    assert codes(named(RULES, "SR102")) == codes(named(RULES, "relu-directly-on-output")) == ["SR102"]
    assert codes(named(RULES, "SR11")) == ["SR110", "SR111", "SR112", "SR113", "SR114"]
    assert named(RULES, "ALL") == RULES
    with pytest.raises(UnknownRuleError, match="'SR999'"):
        named(RULES, "SR999")
    with pytest.raises(UnknownRuleError):
        named(RULES, "")


def test_selected_extended_ignored() -> None:
    defaults = [rule.code for rule in RULES if rule.default]
    assert codes(choose(RULES, None, (), ())) == defaults
    assert codes(choose(RULES, ["SR101"], ["SR104"], ())) == ["SR101", "SR104"]
    assert codes(choose(RULES, ["ALL"], (), ["SR10", "SR11"])) == []


def test_the_more_exact_word_decides_the_severity() -> None:
    chosen = severities(RULES, {"SR102": "note", "ALL": "error", "SR10": "warning"})
    assert (chosen["SR102"], chosen["SR103"], chosen["SR111"]) == ("note", "warning", "error")


# --- comments --------------------------------------------


def silenced(program: str) -> tuple[list[tuple[str, int]], list[tuple[str, str]]]:
    """The findings that are left, and the complaints about comments."""
    findings, done = check(program)
    told = silence(findings, [*RULES, UNUSED], [*RULES, UNUSED], ["model.py"], done.source)
    left = [(f.code, f.spot.line) for f in told if not f.silenced and f.code in ("SR102", "SR111")]
    return left, [(str(f.spot.line), f.message) for f in told if f.code == "SR901"]


BENT = model("self.rnn = nn.GRU(4, 4)", "return torch.relu({}\n    self.rnn(x)[0]{}\n){}")


@pytest.mark.parametrize(
    "program",
    [
        BENT.format("", "", "  # staticrelu: ignore[SR102, SR101] wanted"),
        BENT.format("  # staticrelu:ignore[relu-directly-on-output,SR101]", "", ""),
        BENT.format("", "  # staticrelu: ignore[SR102,SR101]", ""),
        BENT.format("", "", "").replace(
            "        return", "        # staticrelu: ignore[SR102,SR101]\n        # why\n\n        return"
        ),
        "# staticrelu: file-ignore[SR102,SR101]\n" + BENT.format("", "", ""),
    ],
)
def test_a_comment_silences_its_line_its_call_or_its_file(program: str) -> None:
    assert silenced(program) == ([], [])


def test_other_comments_silence_nothing() -> None:
    shifted = BENT.format("", "", "") + "\n\nX = 1  # staticrelu: ignore[SR102]\n"
    left, told = silenced(shifted)
    assert left == [("SR102", 12)]
    assert told == [("17", "nothing here is reported as SR102: the comment silences nothing")]
    assert silenced(BENT.format("", "", "  # noqa"))[0] == [("SR102", 12)]
    assert silenced(BENT.format("", "", "") + 'X = "# staticrelu: ignore[SR102]"\n') == ([("SR102", 12)], [])


@pytest.mark.parametrize(
    ("comment", "complaint"),
    [
        ("ignore", "expected the codes of rules"),
        ("ignore[]", "expected the codes of rules"),
        ("ignroe[SR102]", "expected `ignore[...]`"),
        ("ignore[SR999]", "no rule is called `SR999`"),
        ("ignore[SR1]", "no rule is called `SR1`"),
    ],
)
def test_a_wrong_comment_is_told(comment: str, complaint: str) -> None:
    left, told = silenced(BENT.format("", "", f"  # staticrelu: {comment}"))
    assert left == [("SR102", 12)]
    assert [complaint in message for _, message in told] == [True]


def test_comments_in_a_text_that_is_no_program_are_read_as_far_as_it_goes() -> None:
    assert [c.word for c in comments("x.py", "a = 1  # staticrelu: ignore[A]\n'''\n# staticrelu: ignore[B]\n")] == ["A"]


# --- reading rules --------------------------------------------


def write(folder: Path, text: str, name: str = "own.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


OWN = SHIPPED.replace("SR102", "TM001").replace("relu-directly-on-output", "own-rule")


def test_rules_of_ones_own_stand_beside_the_shipped_ones(tmp_path: Path) -> None:
    write(tmp_path, OWN)
    loaded = checks.load(CATALOG, [tmp_path])
    assert [rule.code for rule in loaded if rule.code not in {r.code for r in RULES}] == ["TM001"]


@pytest.mark.parametrize(
    ("before", "after", "where", "expected"),
    [
        ("severity: warning", "severity: fatal", "4:11", "expected one of error, warning, note, not `fatal`"),
        ("default: on", "defualt: on", "5:1", "expected one of code, name"),
        ("code: TM001", "code: 12", "1:7", "expected a code like AB123, not `12`"),
        ("code: TM001", "code: SR103", "1:1", "SR103.yaml has `SR103` already"),
        ("summary: A", "# A", "1:1", "expected `summary` in a rule"),
        ("{layer: any}", "{layr: any}", "7:10", "expected one of layer, activation, module"),
        ("{layer: any}", "{layer: any, unused: true}", "7:9", "expected beside `layer` only layer, inside"),
        ("{layer: any}", "{}", "7:9", "expected one of layer"),
        ("{layer: any}", "any", "7:9", "expected a selector or a list of selectors, as a list"),
        ("activation: chosen", "activation: rleu", "8:20", "not `rleu`"),
        ("trait: rearranges", "trait: rearanges", "9:25", "expected one of averages, learned"),
        ("  from:", "  find:", "7:3", "expected either `find`, or `from` and `to`"),
        ("only through", "by", "9:3", "expected one of find, from, through"),
        ("{from}", "{form}", "1:1", "expected in `message` one of from, to, not `{form}`"),
        ("{from}", "{from", "1:1", "balanced braces"),
        ("# here", "# there", "12:3", "expected `# here`"),
        ("default: on", "default: &a on", "5:10", "expected no anchor"),
    ],
)
def test_a_wrong_rule_is_told_with_file_line_and_what_was_expected(
    tmp_path: Path, before: str, after: str, where: str, expected: str
) -> None:
    assert before in OWN
    path = write(tmp_path, OWN.replace(before, after, 1))
    with pytest.raises(CatalogError) as caught:
        checks.load(CATALOG, [path])
    assert str(caught.value).startswith(f"{path}:{where}: "), caught.value
    assert expected in str(caught.value)


def test_a_bomb_of_aliases_is_refused_at_once(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    with pytest.raises(CatalogError, match="expected no anchor and no alias"):
        checks.load(CATALOG, [write(tmp_path, "\n".join(lines))])


def test_a_folder_without_rules_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="expected rules"):
        checks.load(CATALOG, [tmp_path])


def test_a_catalog_of_ones_own_names_a_layer_and_a_trait(tmp_path: Path) -> None:
    text = "entries:\n  - {kind: module, base: torch.nn.Module, recurrent: true, names: [ours.Recurrence]}\n"
    text += "  - {traits: [house_style], activations: {relu: [ours.bend]}}\n"
    path = write(tmp_path, text)
    program = "import ours\n" + model("self.rnn = ours.Recurrence(4)", "return ours.bend(self.rnn(x))")
    assert [f.code for f in check(program, "SR102", catalogs=[path])[0]] == ["SR102"]
    assert found(program, "SR102") == []
    own = write(tmp_path, OWN.replace("rearranges", "house_style"), "rule.yaml")
    assert checks.load(load([path]), [own])
    with pytest.raises(CatalogError, match="house_style"):
        checks.load(CATALOG, [own])
