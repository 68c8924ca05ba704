"""Productions of tensors: the text of an expression of a shape."""

from __future__ import annotations

from textwrap import indent

from generated.callables import layer
from generated.classes import handed, part
from generated.tables import (
    EXPRESSIONS,
    FUNCTIONS,
    MODULES,
    activation,
    body,
    condition,
    production,
    tensor,
    torch_function,
    variable,
)
from generated.writer import SEQ, Writer


@production(EXPRESSIONS, 8)
def activated(w: Writer, shape: str) -> str:
    return f"{activation(w)}({tensor(w, shape)})"


@production(EXPRESSIONS)
def activating_method(w: Writer, shape: str) -> str:
    return f"{tensor(w, shape)}.{w.choose(FUNCTIONS)}()"


@production(EXPRESSIONS, 8)
def layer_output(w: Writer, shape: str) -> str | None:
    if shape != SEQ or w.cls is None:
        return None
    return f"{layer(w).text}({tensor(w, SEQ)})[0]"


@production(EXPRESSIONS)
def linear(w: Writer, shape: str) -> str | None:
    if w.cls is None:
        return None
    return f"{w.attribute('fc', f'{w.nn}.Linear(4, 4)')}({tensor(w, shape)})"


@production(EXPRESSIONS)
def combined(w: Writer, shape: str) -> str:
    form = w.choose(["({} + {})", "({} * {})", "torch.maximum({}, {})", "torch.stack([{}, {}]).mean(0)"])
    return form.format(tensor(w, shape), tensor(w, shape))


@production(EXPRESSIONS)
def changed(w: Writer, shape: str) -> str:
    form = w.choose(
        [
            "{}.clone()",
            "{}.data",
            "{}.float()",
            "{}.transpose(-1, -2).transpose(-2, -1)",
            "{}.unsqueeze(0).squeeze(0)",
            "{}.chunk(1)[0]",
            "torch.from_numpy({}.detach().numpy())",
            "{}.detach()",
            "{}.flip(0)",
            "(2 * {})",
            "torch.cat([{}], -1)",
            "{}.contiguous()",
        ]
    )
    return form.format(tensor(w, shape))


@production(EXPRESSIONS)
def emptied(w: Writer, shape: str) -> str:
    return w.choose(["torch.zeros_like({})", "torch.ones_like({})"]).format(variable(w, shape))


@production(EXPRESSIONS)
def step_of(w: Writer, shape: str) -> str | None:
    if shape == SEQ or w.read(SEQ) is None:
        return None
    form = w.choose(["{}[-1]", "{}.mean(0)", "{}[0]", "{}.max(0)[0]", "{}.max(dim=0).values"])
    return form.format(tensor(w, SEQ))


@production(EXPRESSIONS, 3)
def part_called(w: Writer, shape: str) -> str | None:
    found = part(w, shape)
    if found is None or w.cls is None:
        return None
    model, built = found
    return f"{w.attribute('part', built)}({handed(w, tensor(w, shape), model)})"


@production(EXPRESSIONS, 2)
def either(w: Writer, shape: str) -> str | None:
    asked = condition(w)
    return asked and f"({tensor(w, shape)} if {asked} else {tensor(w, shape)})"


@production(EXPRESSIONS)
def contained(w: Writer, shape: str) -> str:
    form = w.choose(["[{}, {}][0]", "({}, {})[-1]", "{{'a': {}, 'b': {}}}['a']"])
    return form.format(tensor(w, shape), tensor(w, shape))


@production(EXPRESSIONS)
def own_method(w: Writer, shape: str) -> str | None:
    """A call of another method, which a subclass may override."""
    if w.cls is None:
        return None
    name = w.drafts.name("finish")
    inner = w.inner({"v": shape}, shape)
    w.cls.methods.append(f"def {name}(self, v):\n" + indent(body(inner, shape, 1), "    "))
    w.cls.hooks.append((name, shape))
    return f"self.{name}({tensor(w, shape)})"


@production(EXPRESSIONS)
def stepwise(w: Writer, shape: str) -> str | None:
    """Every step through the same function."""
    if shape != SEQ or w.read(SEQ) is None:
        return None
    form = w.choose(
        [
            "[{0}(s) for s in {1}]",
            "list(map({0}, {1}))",
            "[{0}(s) for _, s in enumerate({1})]",
            "[*map({0}, {1}.unbind(0))]",
        ]
    )
    return f"torch.stack({form.format(activation(w), tensor(w, SEQ))})"


@production(EXPRESSIONS)
def handed_on(w: Writer, shape: str) -> str:
    """A function that is given what it calls."""
    name = w.drafts.name("run")
    w.define(f"def {name}(f, *values):\n    return f(*values)")
    return f"{name}({activation(w)}, {tensor(w, shape)})"


@production(EXPRESSIONS)
def layer_handed_on(w: Writer, shape: str) -> str | None:
    if shape != SEQ or w.cls is None:
        return None
    name = w.drafts.name("first")
    w.define(f"def {name}(layer, v):\n    out, _ = layer(v)\n    return out")
    return f"{name}({layer(w).text}, {tensor(w, SEQ)})"


@production(EXPRESSIONS)
def generated(w: Writer, shape: str) -> str | None:
    """A method that yields tensors."""
    if w.cls is None:
        return None
    name = w.drafts.name("parts_of")
    inner = w.inner({"v": shape})
    inner.line(f"yield {tensor(inner, shape)}")
    inner.line(f"yield {tensor(inner, shape)}")
    w.cls.methods.append(f"def {name}(self, v):\n" + indent("\n".join(inner.lines), "    "))
    return w.choose(["sum(self.{}({}))", "list(self.{}({}))[0]"]).format(name, tensor(w, shape))


@production(EXPRESSIONS)
def held(w: Writer, shape: str) -> str:
    """An object that holds tensors under names."""
    name = w.drafts.name("Pair")
    if w.maybe():
        w.file.imports.add("from collections import namedtuple")
        w.define(f"{name} = namedtuple('{name}', ['first', 'second'])")
    else:
        lines = "def __init__(self, first, second):\n    self.first = first\n    self.second = second"
        w.define(f"class {name}:\n" + indent(lines, "    "))
    return f"{name}({tensor(w, shape)}, second={tensor(w, shape)}).{w.choose(['first', 'second'])}"


@production(EXPRESSIONS)
def numbers(w: Writer, shape: str) -> str:
    """Numbers of Python and sizes, through which nothing flows."""
    form = w.choose(["({} * {}.mean().item())", "({} + {}.shape[-1])", "({} + len({}))", "({} - float({}.sum() > 0))"])
    return form.format(tensor(w, shape), tensor(w, shape))


@production(EXPRESSIONS)
def attended(w: Writer, shape: str) -> str:
    form = w.choose(
        [
            "(torch.softmax({0} @ {1}.transpose(-1, -2), -1) @ {1})",
            "{f}.scaled_dot_product_attention({0}, {1}, {1})",
            "torch.where({1} > 0, {0}, 0.0)",
            "torch.gather({0}, -1, {1}.argsort(-1))",
        ]
    )
    return form.format(tensor(w, shape), tensor(w, shape), f=w.f)


@production(EXPRESSIONS)
def reduced(w: Writer, shape: str) -> str | None:
    """A list of modules, applied by reduce."""
    if w.cls is None:
        return None
    w.file.imports.add("from functools import reduce")
    row = w.attribute("layers", f"[{w.choose(MODULES)(w)}, {w.choose(MODULES)(w)}]")
    return f"reduce(lambda v, f: f(v), {row}, {tensor(w, shape)})"


@production(EXPRESSIONS)
def recursive(w: Writer, shape: str) -> str:
    name = w.drafts.name("again")
    w.define(f"def {name}(v, n):\n    return v if n == 0 else {name}({torch_function(w)}(v), n - 1)")
    return f"{name}({tensor(w, shape)}, {w.choose([0, 1, 2])})"


@production(EXPRESSIONS)
def embedded(w: Writer, shape: str) -> str | None:
    if w.cls is None:
        return None
    return f"{w.attribute('embed', f'{w.nn}.Embedding(4, 4)')}({tensor(w, shape)}.argmax(-1))"


@production(EXPRESSIONS)
def packed(w: Writer, shape: str) -> str | None:
    """A packed sequence through a layer."""
    if shape != SEQ or w.cls is None:
        return None
    w.file.imports.add("from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence")
    name = w.drafts.name("pack")
    lines = "packed = pack_padded_sequence(v, [len(v)] * 2)\nout, _ = layer(packed)\nreturn pad_packed_sequence(out)[0]"
    w.define(f"def {name}(layer, v):\n" + indent(lines, "    "))
    return f"{name}({layer(w).text}, {tensor(w, SEQ)})"


@production(EXPRESSIONS)
def written_by_helper(w: Writer, shape: str) -> str:
    """A function that writes into what it is given."""
    name = w.drafts.name("fill")
    w.define(f"def {name}(bag, v):\n    bag['v'] = {torch_function(w)}(v)\n    bag.setdefault('w', v)\n    return bag")
    value, key = w.choose([("dict(w={})", "w"), ("{{'v': {}}}", "v"), ("dict(u={})", "u")])
    return f"{name}({value.format(tensor(w, shape))}, {tensor(w, shape)})['{key}']"


@production(EXPRESSIONS)
def plain_callable(w: Writer, shape: str) -> str:
    """An object of a plain class that is called."""
    name = w.drafts.name("Scaled")
    method = w.choose(["__call__", "__add__", "__getitem__"])
    lines = f"def __init__(self, f):\n    self.f = f\n\ndef {method}(self, v):\n    return self.f(v)"
    w.define(f"class {name}:\n" + indent(lines, "    "))
    form = {"__call__": "{}({})", "__add__": "({} + {})", "__getitem__": "{}[{}]"}[method]
    return form.format(f"{name}({activation(w)})", tensor(w, shape))
