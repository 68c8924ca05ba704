"""Expressions over constants: what they are is decided by Python, and the report never says otherwise.

Each becomes the condition of a ReLU. Where the interpreter knows what the condition is, the ReLU is definite or not there;
where it does not, it is conditional. ``pytest tests/test_expressions.py --inputs 2000`` draws more of them.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

import staticrelu

GRAMMAR = {
    "bool": """True; False; not <any>; <int> < <int>; <int> >= <int> != <int>; <int> == <int>; <str> == <str>; <str> != <str>;
        <str> in <str>; <str> not in <list>; <int> in <tuple>; <str> in <dict>; isinstance(<any>, int); <any> is None;
        isinstance(<any>, (str, dict)); <any> is not None; bool(<any>); any(v == 1 for v in <list>); <list> is <list>;
        all(v != 1 for v in <list>); <str>.startswith('r'); <str>.endswith('x'); <list> == <list>; <tuple> != <tuple>;
        <bool> ^ <bool>; <bool> and <bool>; <bool> or <bool>; all([<bool>, <bool>]); any((<bool>, <int>)); callable(<any>)""",
    "int": """0; 1; 2; 3; 10; -1; <int> + <int>; <int> - <int>; <int> * <int>; <int> // 2; <int> % -3; -<int>; abs(<int>);
        len(<str>); len(<list>); len(<dict>); max(<int>, <int>); min(<int>, <int>); sum([<int>, <int>]); int(<bool>); int('3');
        [<int>, <int>][-1]; <dict>.get('a', <int>); sorted([<int>, <int>, <int>])[1]; <int> << 1; round(2.6);
        sorted([<int>, <int>], reverse=<bool>)[0]; list(range(5))[1]; list(reversed([<int>, <int>]))[0]; <str>.find('x');
        (lambda *a, **k: len(a) + k.get('z', 1))(*<list>, **dict(z=<int>)); next(iter([<int>]))""",
    "str": """'relu'; 'ReLU'; ''; 'x'; 'a'; <str>.lower(); <str>.upper(); <str>.strip(); <str> + <str>; str(<any>); 'relu'[1:];
        f\"{<int>}-{<bool>}\"; '%s_%d' % (<str>, <int>); '{}.{}'.format(<int>, <str>); '-'.join([<str>, <str>]); <str> * 2;
        <str>.replace('r', 'x'); 'relu'[::-1]; 'a,b'.split(',')[0]; type(<any>).__name__; next(iter({'q': <int>}))""",
    "list": """[]; [1, 'x']; [<int>, <str>]; [v for v in <list> if v != 1]; [<int> + v for v in range(3)]; <list> + <list>;
        <list>[1:]; <list>[::-1]; <list> * 2; list(<tuple>); list(<dict>); [*<list>, <int>]; list(map(str, <list>));
        list(filter(None, <list>)); [a for a, b in zip(<list>, <list>)]; [i for i, v in enumerate(<list>, 1)];
        list(<dict>.values())""",
    "tuple": "(); (1, 'x'); (<int>, <str>); <tuple> + <tuple>; tuple(<list>); <tuple>[1:]",
    "dict": """{}; {'a': <int>}; {**<dict>, 'relu': <any>}; dict(b=<int>); {v: <int> for v in <list>}; <dict> | <dict>;
        dict(zip(['a', 'relu'], <list>)); {k: v for k, v in <dict>.items() if v}""",
    "any": "None; 1; <bool>; <int>; <str>; <list>; <tuple>; <dict>",
}
"""For each kind of value what gives one, two that hold no other first; ``<kind>`` stands for any expression of that kind."""

EACH = "(<it> if <bool> else <it>); (<it>, 1)[0]; {'k': <it>}['k']; (lambda v, w=1: v)(<it>); (<it> or <it>); (<it> and <it>)"
"""What gives a value of any kind, out of others of it."""

HEAD = """import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.GRU(4, 4)

    def forward(self, x):
        x = self.rnn(x)[0]
"""


def _expression(draw: random.Random, kind: str, depth: int) -> str:
    """An expression of a kind, so many levels deep at most."""
    forms = [form.strip() for form in GRAMMAR[kind].split(";")]
    forms = [*forms, *EACH.replace("<it>", f"<{kind}>").split("; ")] if depth > 0 else forms[:2]
    return re.sub(r"<(\w+)>", lambda inner: f"({_expression(draw, inner[1], depth - 1)})", draw.choice(forms))


def _decided(draw: random.Random) -> tuple[str, bool]:
    """A condition that Python can decide, and what it is."""
    while True:
        text = _expression(draw, "bool", draw.randint(1, 3))
        try:
            return text, bool(eval(text))  # our own text: nothing of it was read from anywhere
        except (TypeError, ValueError, LookupError, SyntaxError):
            continue


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("seed", range(4))
def test_what_python_decides_is_not_decided_otherwise(seed: int, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    count = pytestconfig.getoption("--inputs")
    draw = random.Random(f"{seed} of {count}")
    conditions = [_decided(draw) for _ in range((count or 240) // 4)]
    file = tmp_path / "net.py"
    file.write_text(HEAD + "".join(f"        if {text}:\n            torch.relu(x)\n" for text, _ in conditions))
    report = staticrelu.scan_paths([file])
    assert not report.errors
    (model,) = report.models
    lines = {activation.id: activation.line for activation in model.activations}
    found = {lines[relation.activation]: relation.certainty for relation in model.relations}
    first = HEAD.count("\n") + 2
    said = [(text, holds, found.get(first + 2 * number, "no")) for number, (text, holds) in enumerate(conditions)]
    assert not [one for one in said if one[2] == ("no" if one[1] else "definite")]
    assert sum(certainty != "conditional" for _, _, certainty in said) > len(said) / 2
