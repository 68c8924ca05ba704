"""The grammar of the programs: each production is one function, registered for what it makes.

An *expression* gives the text of a tensor of a shape, a *statement* writes lines, an *activation* gives the text of
something that can be called with a tensor, a *recurrent* something that can be called with sizes. The simplest stand
first in each table: programs shrink towards them. A production that does not fit where it is tried gives None.
"""

from __future__ import annotations

from collections.abc import Callable
from textwrap import indent
from typing import TypeAlias, TypeVar

from hypothesis import strategies as st

from generated.programs import Model, Param, Program
from generated.writer import ANY, F_IMPORTS, NN_IMPORTS, SEQ, VEC, Class, Drafts, Draw, File, Layer, Writer

Expression: TypeAlias = Callable[[Writer, str], "str | None"]
Statement: TypeAlias = Callable[[Writer], None]
Activation: TypeAlias = Callable[[Writer], "str | None"]

P = TypeVar("P")

EXPRESSIONS: list[Expression] = []
STATEMENTS: list[Statement] = []
ACTIVATIONS: list[Activation] = []
MODULES: list[Callable[[Writer], str]] = []
LAYERS: list[Callable[[Writer, str], str | None]] = []

FUNCTIONS = ("relu", "tanh", "relu", "sigmoid")
"""ReLU and its decoys, as functions of torch and methods of tensors."""
FUNCTIONAL = ("relu", "elu", "relu", "softplus")
CLASSES = ("ReLU", "Tanh", "ReLU", "LeakyReLU")
FLAG = ("False", "True")


def production(table: list[P], weight: int = 1) -> Callable[[P], P]:
    """Registers a production in a table; a higher weight makes it more frequent."""

    def register(function: P) -> P:
        table.extend([function] * weight)
        return function

    return register


def tensor(w: Writer, shape: str) -> str:
    """An expression of a shape."""
    if w.burn():
        made = w.choose(EXPRESSIONS)(w, shape)
        if made is not None:
            return made
    return variable(w, shape)


def activation(w: Writer) -> str:
    """Something to be called with a tensor: a ReLU, or something like it."""
    return w.choose(ACTIVATIONS)(w) or torch_function(w)


def statements(w: Writer, most: int) -> None:
    """Up to so many statements."""
    for _ in range(w.choose([0, *range(1, most + 1), *[most] * 4])):
        if w.burn():
            w.choose(STATEMENTS)(w)


# --- expressions --------------------------------------------


@production(EXPRESSIONS)
def variable(w: Writer, shape: str) -> str:
    """A variable, or if none has the shape, one that is made to have it."""
    return w.read(shape) or f"{w.read(SEQ)}[-1]"


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


# --- activations --------------------------------------------


@production(ACTIVATIONS)
def torch_function(w: Writer) -> str:
    return f"torch.{w.choose(FUNCTIONS)}"


@production(ACTIVATIONS)
def functional(w: Writer) -> str:
    return f"{w.f}.{w.choose(FUNCTIONAL)}"


@production(ACTIVATIONS)
def stored(w: Writer) -> str | None:
    """An attribute that holds an activation; later ones may share it."""
    if w.cls is None:
        return None
    if w.cls.activations and w.maybe():
        return w.choose(w.cls.activations)
    w.cls.activations.append(w.attribute("act", w.choose(MODULES)(w)))
    return w.cls.activations[-1]


@production(ACTIVATIONS)
def stored_function(w: Writer) -> str | None:
    return None if w.cls is None else w.attribute("fn", w.choose([torch_function, functional, by_name, partial])(w))


@production(ACTIVATIONS)
def unbound_method(w: Writer) -> str:
    return f"torch.Tensor.{w.choose(FUNCTIONS)}"


@production(ACTIVATIONS)
def built_when_called(w: Writer) -> str:
    return new_activation(w)


@production(ACTIVATIONS)
def by_name(w: Writer) -> str:
    return w.choose(
        ["getattr(torch, '{}')", "{{'relu': torch.relu, 'tanh': torch.tanh, 'sigmoid': torch.abs}}['{}']"]
    ).format(w.choose(FUNCTIONS))


@production(ACTIVATIONS)
def partial(w: Writer) -> str:
    w.file.imports.add("from functools import partial")
    return f"partial({w.f}.{w.choose(('relu', 'elu'))}, inplace={w.choose(FLAG)})"


@production(ACTIVATIONS)
def anonymous(w: Writer) -> str:
    return f"(lambda v: {activation(w.inner({'v': ANY})) if w.burn() else 'torch.relu'}(v))"


@production(ACTIVATIONS)
def helper(w: Writer) -> str:
    """A function of the module."""
    name = w.drafts.name("rectify")
    inner = Writer(w.drafts, w.file)
    inner.scope = {"v": ANY}
    text = body(inner, ANY, 1)
    w.define(f"def {name}(v):\n" + indent(text, "    "))
    return name


@production(ACTIVATIONS)
def static_method(w: Writer) -> str | None:
    if w.cls is None:
        return None
    name = w.drafts.name("apply")
    w.cls.methods.append(f"@staticmethod\ndef {name}(v):\n    return {torch_function(w)}(v)")
    return f"self.{name}"


@production(ACTIVATIONS)
def property_(w: Writer) -> str | None:
    if w.cls is None:
        return None
    name = w.drafts.name("nonlinearity")
    w.cls.methods.append(f"@property\ndef {name}(self):\n    return {activation(w) if w.burn() else 'torch.relu'}")
    return f"self.{name}"


@production(ACTIVATIONS)
def given_function(w: Writer) -> str | None:
    if w.cls is None or w.cls.is_main or not w.may_open():
        return None
    values = w.choose([("torch.relu", "torch.tanh"), ("torch.nn.Tanh()", "torch.nn.ReLU()")])
    name = w.param("act", w.choose([None, values[0]]), values, is_closed=False)
    return w.attribute("given", name)


@production(ACTIVATIONS, 2)
def chosen_by_flag(w: Writer) -> str | None:
    """One of two, as a flag of the constructor says."""
    asked = constructor_flag(w)
    if asked is None or w.cls is None:
        return None
    name = w.drafts.name("chosen")
    one, other = w.choose(MODULES)(w), w.choose(MODULES)(w)
    if w.maybe():
        # Two ReLUs on one line could not be told apart.
        w.cls.init.append(f"self.{name} = {one} if {asked} else {w.nn}.Identity()")
    else:
        w.cls.init.append(f"if {asked}:\n    self.{name} = {one}\nelse:\n    self.{name} = {other}")
    return f"self.{name}"


@production(ACTIVATIONS)
def chosen_by_text(w: Writer) -> str | None:
    if w.cls is None or not w.may_open():
        return None
    name = w.param("kind", "'relu'", ("'relu'", "'tanh'"))
    form = w.choose(["torch.relu if {0} == 'relu' else torch.tanh", "{{'relu': torch.relu, 'tanh': torch.tanh}}[{0}]"])
    return w.attribute("chosen", form.format(name))


@production(ACTIVATIONS)
def bound_method(w: Writer) -> str | None:
    """A method of the class, kept in an attribute."""
    if w.cls is None:
        return None
    name = w.drafts.name("bend")
    w.cls.methods.append(f"def {name}(self, v):\n    return {activation(w) if w.burn() else 'torch.relu'}(v)")
    return w.attribute("kept", f"self.{name}")


@production(ACTIVATIONS)
def decorated(w: Writer) -> str:
    w.file.imports.add("from functools import wraps")
    name, around = w.drafts.name("rectify"), w.drafts.name("around")
    inner = "@wraps(f)\ndef inner(*args, **kwargs):\n    return f(*args, **kwargs)"
    w.define(f"def {around}(f):\n" + indent(f"{inner}\nreturn inner", "    "))
    w.define(f"@{around}\ndef {name}(v):\n    return {torch_function(w)}(v)")
    return name


@production(ACTIVATIONS)
def by_computed_name(w: Writer) -> str | None:
    """Attributes whose names are put together."""
    if w.cls is None:
        return None
    stem = w.drafts.name("fc")
    for number in range(2):
        w.cls.init.append(f"setattr(self, f'{stem}_{{{number}}}', {w.choose(MODULES)(w)})")
    return f"getattr(self, '{stem}_' + str({w.choose([0, 1])}))"


@production(ACTIVATIONS)
def indexed(w: Writer) -> str | None:
    """One of a container's modules."""
    if w.cls is None:
        return None
    form, keys = w.choose(
        [
            ("{}.Sequential({}, {})", ["[0]", "[-1]", "[1:]", "[:1]"]),
            ("{}.ModuleList([{}, {}])", ["[0]", "[-1]"]),
            ("{}.ModuleDict({{'a': {}, 'b': {}}})", ["['a']", "['b']"]),
        ]
    )
    return w.attribute("box", form.format(w.nn, w.choose(MODULES)(w), w.choose(MODULES)(w))) + w.choose(keys)


@production(ACTIVATIONS)
def of_class_attribute(w: Writer) -> str | None:
    """What a class attribute says, which a subclass may set anew."""
    if w.cls is None:
        return None
    name = w.drafts.name("act_class")
    w.cls.body.append(f"{name} = {w.nn}.{w.choose(CLASSES)}")
    w.cls.constants.append(name)
    return w.attribute("act", f"self.{name}()")


@production(ACTIVATIONS)
def of_mixin(w: Writer) -> str | None:
    if w.cls is None:
        return None
    name, method = w.drafts.name("Mixin"), w.drafts.name("mixed")
    w.define(f"class {name}:\n    def {method}(self, v):\n        return {torch_function(w)}(v)")
    w.cls.base = f"{name}, {w.cls.base}"
    return f"self.{method}"


@production(ACTIVATIONS)
def hooked(w: Writer) -> str | None:
    """A layer whose output a hook changes."""
    if w.cls is None:
        return None
    name = w.attribute("fc", f"{w.nn}.Linear(4, 4)")
    w.cls.init.append(f"{name}.register_forward_hook(lambda module, args, out: {torch_function(w)}(out))")
    return name


@production(ACTIVATIONS)
def optional_module(w: Writer) -> str | None:
    """None, or a module, as a flag of the constructor says."""
    asked = constructor_flag(w)
    if asked is None:
        return None
    name = w.attribute("extra_act", f"{w.choose(MODULES)(w)} if {asked} else None")
    return w.choose(["({0} or torch.tanh)", "({0} if {0} is not None else torch.relu)"]).format(name)


@production(ACTIVATIONS)
def late_bound(w: Writer) -> str | None:
    """Functions that a loop makes: some look their variable up late."""
    if w.cls is None:
        return None
    name = w.drafts.name("fns")
    bound = w.choose(["lambda v: act(v)", "lambda v, act=act: act(v)"])
    acts = f"{torch_function(w)}, {torch_function(w)}"
    w.cls.init.append(f"self.{name} = []\nfor act in ({acts}):\n    self.{name}.append({bound})")
    return f"self.{name}[{w.choose([0, 1])}]"


@production(ACTIVATIONS)
def built_by_method(w: Writer) -> str | None:
    """An attribute that a method sets, which the constructor calls."""
    if w.cls is None:
        return None
    method, name = w.drafts.name("build"), w.drafts.name("made")
    w.cls.methods.append(f"def {method}(self, act):\n    self.{name} = {w.nn}.Sequential({w.nn}.Linear(4, 4), act)")
    w.cls.init.append(f"self.{method}({new_activation(w)})")
    return f"self.{name}"


@production(ACTIVATIONS)
def deep(w: Writer) -> str | None:
    """A stack whose depth is open, with something between its layers."""
    if w.cls is None or not w.may_open():
        return None
    depth = w.param("depth", w.choose(["2", None, "1"]), ("1", "2", "3"))
    name = w.attribute("deep", "[]")
    test = w.choose([None, f"if i < {depth} - 1:", "if i > 0:"])
    w.cls.init.append(f"for i in range({depth}):\n    {name}.append({w.nn}.Linear(4, 4))")
    inner = f"{name}.append({new_activation(w)})"
    w.cls.init[-1] += f"\n    {inner}" if test is None else f"\n    {test}\n        {inner}"
    return w.attribute("mlp", f"{w.nn}.Sequential(*{name})")


# --- modules that keep the shape --------------------------------------------


@production(MODULES)
def new_activation(w: Writer) -> str:
    name = w.choose(CLASSES)
    return f"{w.nn}.{name}({'inplace=True' if name == 'ReLU' and w.maybe(4) else ''})"


@production(MODULES)
def plain_module(w: Writer) -> str:
    return f"{w.nn}.{w.choose(['Linear(4, 4)', 'Identity()', 'Dropout(0.1)', 'LayerNorm(4)'])}"


@production(MODULES)
def sequential(w: Writer) -> str:
    if not w.burn():
        return new_activation(w)
    inner = ", ".join(w.choose(MODULES)(w) for _ in range(w.choose([2, 1, 3])))
    return w.choose(["{}.Sequential({})", "{}.Sequential(*[{}])"]).format(w.nn, inner)


@production(MODULES)
def module_by_name(w: Writer) -> str:
    return f"getattr({w.nn}, '{w.choose(CLASSES)}')()"


@production(MODULES)
def from_helper(w: Writer) -> str:
    """What a function of the module builds from a class that it is given."""
    name = w.drafts.name("make")
    w.define(f"def {name}(act={w.nn}.{w.choose(CLASSES)}):\n    return {w.nn}.Sequential({w.nn}.Linear(4, 4), act())")
    return f"{name}({w.choose(['', f'{w.nn}.ReLU', f'act={w.nn}.Tanh'])})"


@production(MODULES)
def from_registry(w: Writer) -> str:
    name = w.drafts.name("ACTS")
    rows = ", ".join(f"'{key}': {w.nn}.{value}" for key, value in zip("ab", ("ReLU", "Tanh"), strict=True))
    w.define(f"{name} = {{{rows}}}")
    return f"{name}['{w.choose('ab')}']()"


@production(MODULES)
def own_subclass(w: Writer) -> str:
    name = w.drafts.name("Rectifier")
    text = w.choose(["pass", "def forward(self, v):\n    return super().forward(v) + v"])
    w.define(f"class {name}({w.nn}.{w.choose(CLASSES)}):\n" + indent(text, "    "))
    return f"{name}()"


@production(MODULES)
def copied(w: Writer) -> str:
    w.file.imports.add("import copy")
    return f"copy.deepcopy({w.choose(MODULES)(w) if w.burn() else new_activation(w)})"


@production(MODULES)
def ordered(w: Writer) -> str:
    w.file.imports.add("from collections import OrderedDict")
    return f"{w.nn}.Sequential(OrderedDict([('a', {plain_module(w)}), ('b', {new_activation(w)})]))"


@production(MODULES)
def transformer(w: Writer) -> str:
    return f"{w.nn}.TransformerEncoderLayer(4, 1, 4{w.choose(['', ', activation=' + repr('gelu')])})"


# --- recurrent layers --------------------------------------------

SEQUENCES = ("GRU", "LSTM", "RNN")
CELLS = ("GRUCell", "LSTMCell", "RNNCell")


def layer(w: Writer) -> Layer:
    """An attribute with a layer for sequences; one of this class's own, or a new one."""
    assert w.cls is not None
    return _recurrent(w, w.cls.layers, "rnn", SEQUENCES)


def cell(w: Writer) -> Layer:
    """The same for a cell."""
    assert w.cls is not None
    return _recurrent(w, w.cls.cells, "cell", CELLS)


def _recurrent(w: Writer, known: list[Layer], stem: str, kinds: tuple[str, ...]) -> Layer:
    if known and w.maybe(3):
        return w.choose(known)
    kind = w.choose(kinds)
    text = w.choose(LAYERS)(w, kind)
    known.append(Layer(w.attribute(stem, text), 2 if "LSTM" in kind else 1))
    return known[-1]


@production(LAYERS)
def plain_layer(w: Writer, kind: str) -> str:
    return f"{w.nn}.{kind}(4, 4)"


@production(LAYERS)
def layer_with_options(w: Writer, kind: str) -> str:
    options = ", nonlinearity='relu'" if kind.startswith("RNN") else ", bias=False"
    return f"{w.nn}.{kind}(input_size=4, hidden_size=4{options})"


@production(LAYERS)
def imported_layer(w: Writer, kind: str) -> str:
    name = w.choose([kind, f"Recurrent{kind}"])
    w.file.imports.add(f"from torch.nn import {kind}" + ("" if name == kind else f" as {name}"))
    return f"{name}(4, 4)"


@production(LAYERS)
def layer_by_name(w: Writer, kind: str) -> str:
    return w.choose(["getattr({0}, '{1}')(4, 4)", "{{'a': {0}.{1}, 'b': {0}.Linear}}['a'](4, 4)"]).format(w.nn, kind)


@production(LAYERS)
def layer_of_subclass(w: Writer, kind: str) -> str:
    name = w.drafts.name("Memory")
    w.define(f"class {name}({w.nn}.{kind}):\n    def __init__(self, size):\n        super().__init__(size, size)")
    return f"{name}(4)"


@production(LAYERS)
def layer_of_helper(w: Writer, kind: str) -> str:
    name = w.drafts.name("make_rnn")
    w.define(f"def {name}(kind, size):\n    return getattr({w.nn}, kind)(size, size)")
    return f"{name}('{kind}', 4)"


@production(LAYERS)
def layer_of_partial(w: Writer, kind: str) -> str:
    w.file.imports.add("from functools import partial")
    return f"partial({w.nn}.{kind}, 4)(4)"


@production(LAYERS)
def layer_with_keywords(w: Writer, kind: str) -> str:
    name = w.drafts.name("OPTIONS")
    w.define(f"{name} = dict(input_size=4, hidden_size=4)")
    return f"{w.nn}.{kind}(**{name})"


# --- conditions --------------------------------------------


def condition(w: Writer) -> str | None:
    """Something open to ask for; None where nothing more may be open."""
    asked = w.choose([constructor_flag, input_flag, constant])(w)
    return f"not {asked}" if asked and w.maybe(3) else asked


def constructor_flag(w: Writer) -> str | None:
    """An attribute that holds a flag of the constructor."""
    if w.cls is None:
        return None
    if w.cls.flags and (w.maybe() or not w.may_open()):
        return w.choose(w.cls.flags)
    if not w.may_open():
        return None
    w.cls.flags.append(w.attribute("flag", w.param("flag", w.choose([*FLAG, None]), FLAG)))
    return w.cls.flags[-1]


def input_flag(w: Writer) -> str | None:
    """A flag of forward."""
    if not w.is_entry or w.cls is None:
        return constructor_flag(w)
    known = [param.name for param in w.cls.model.inputs if param.values == FLAG]
    if known and (w.maybe() or not w.may_open()):
        return w.choose(known)
    return w.input("use", w.choose([*FLAG, None]), FLAG) if w.may_open() else None


def constant(w: Writer) -> str:
    """Something that is known."""
    name = w.drafts.name("USE")
    w.define(f"{name} = {w.choose(FLAG)}")
    return name


# --- statements --------------------------------------------


@production(STATEMENTS, 4)
def assign(w: Writer) -> None:
    shape = a_shape(w)
    value = tensor(w, shape)
    w.assign("y", shape, value)


def a_shape(w: Writer) -> str:
    """A shape of which there is something already; mostly that of the input."""
    shapes = list(dict.fromkeys(w.scope.values()))
    return VEC if SEQ in shapes and w.maybe(3) else shapes[0]


@production(STATEMENTS, 5)
def unpacked(w: Writer) -> None:
    """The output and the state of a layer, each under its name."""
    if w.read(SEQ) is None or w.cls is None:
        return assign(w)
    made = layer(w)
    call = f"{made.text}({tensor(w, SEQ)}{initial(w, made)})"
    if made.states == 2:
        form, state = w.choose([("{}, ({}, _)", "{}"), ("{}, (_, {})", "{}"), ("{}, {}", "{}[0]")])
    else:
        form, state = w.choose([("{}, {}", "{}"), ("{}, *{}", "{}[0]")])
    out, hidden = w.bind("out", SEQ), w.new("h", VEC)
    w.line(f"{form.format(out, hidden)} = {call}")
    w.line(f"{hidden} = {state.format(hidden)}{w.choose(['[-1]', '.squeeze(0)', '[0]'])}")
    return None


def initial(w: Writer, made: Layer) -> str:
    """An initial state for a layer, or nothing."""
    if made.states is None or not w.maybe(3):
        return ""
    states = [f"{tensor(w, VEC)}.unsqueeze(0)" for _ in range(made.states)]
    return f", {states[0]}" if len(states) == 1 else f", ({', '.join(states)})"


@production(STATEMENTS, 4)
def branch(w: Writer) -> None:
    asked = condition(w)
    if asked is None:
        return assign(w)
    with w.block(f"if {asked}:"):
        statements(w, 2)
        if w.returns is not None and w.maybe(3):
            w.line(f"return {tensor(w, w.returns)}")
    if w.maybe():
        with w.block("else:"):
            statements(w, 2)
    return None


@production(STATEMENTS)
def counted_loop(w: Writer) -> None:
    with w.block(f"for _ in range({w.choose([2, 1, 3])}):"):
        statements(w, 2)


@production(STATEMENTS, 2)
def in_place(w: Writer) -> None:
    shape = a_shape(w)
    name = variable(w, shape)
    forms = [
        "{0}.relu_()",
        "{0}.tanh_()",
        "torch.relu_({0})",
        "{0} += {1}",
        "{0}.mul_({1})",
        "{0}.copy_({1})",
        "{0}[..., 0] = {1}[..., 0]",
        "{0}[:] = {1}",
        "{0}.zero_()",
        "{0}[..., 1:].relu_()",
        "torch.add({0}, {1}, out={0})",
    ]
    w.line(w.choose(forms).format(name, tensor(w, shape)))


@production(STATEMENTS)
def dropped(w: Writer) -> None:
    w.line(tensor(w, a_shape(w)))


@production(STATEMENTS)
def without_gradient(w: Writer) -> None:
    shape = a_shape(w)
    with w.block("with torch.no_grad():"):
        value = tensor(w, shape)
        w.assign("y", shape, value)


@production(STATEMENTS)
def closure(w: Writer) -> None:
    shape = a_shape(w)
    name = w.drafts.name("inside")
    inner = w.inner({**w.scope, "v": shape})
    inner.outer = frozenset(w.scope)
    text = body(inner, shape, 1)
    with w.block(f"def {name}(v):"):
        for line in text.splitlines():
            w.line(line)
    value = f"{name}({tensor(w, shape)})"
    w.assign("y", shape, value)


@production(STATEMENTS, 4)
def step_loop(w: Writer) -> None:
    """A cell that runs through a sequence, its state carried, its outputs collected."""
    if w.read(SEQ) is None or w.cls is None:
        return assign(w)
    w.cls.model.has_steps = True
    made, source = cell(w), variable(w, SEQ)
    first = [tensor(w, VEC) if w.maybe() else "torch.zeros(2, 4)" for _ in range(made.states or 1)]
    state = [w.new("h", VEC) for _ in first]
    w.line(f"{', '.join(state)} = {', '.join(first)}")
    collected = w.drafts.name("steps")
    collects, makes, collected_form, given = w.choose(
        [
            ("{0}.append({1})", "[]", "torch.stack({0})", "item"),
            ("{0}[t] = {1}", f"torch.zeros({source}.size(0), 2, 4)", "{0}", "index"),
        ]
    )
    w.line(f"{collected} = {makes}")
    item = w.drafts.name("item")
    heads = {
        "item": [
            f"for {item} in {source}:",
            f"for t, {item} in enumerate({source}):",
            f"for {item} in {source}.unbind(0):",
        ],
        "index": [
            f"for t in range({source}.size(0)):",
            f"for t in reversed(range(len({source}))):",
            f"for t in range(len({source}) - 1, -1, -1):",
        ],
    }
    with w.block(w.choose(heads[given])):
        if given == "index":
            w.line(f"{item} = {source}[t]")
        w.scope[item] = VEC
        for name in state:
            w.scope[name] = VEC
        handed_state = state[0] if len(state) == 1 else f"({', '.join(state)})"
        w.line(f"{', '.join(state)} = {made.text}({tensor(w, VEC)}, {handed_state})")
        statements(w, 2)
        w.line(collects.format(collected, tensor(w, VEC)))
    w.assign("out", SEQ, collected_form.format(collected))
    return None


@production(STATEMENTS)
def layers_in_a_row(w: Writer) -> None:
    """A list of modules, gone through in one of the usual ways."""
    if w.cls is None:
        return assign(w)
    shape = a_shape(w)
    row = [w.choose(MODULES)(w) for _ in range(w.choose([2, 3]))]
    name = w.attribute("layers", w.choose([f"{w.nn}.ModuleList([{{}}])", "[{}]"]).format(", ".join(row)))
    value = tensor(w, shape)
    target = w.bind("y", shape)
    w.line(f"{target} = {value}")
    each = w.choose(["{0}", "{0}[1:]", "reversed({0})", "{0}[:-1]"]).format(name)
    heads = [
        (f"for module in {each}:", "module"),
        (f"for i, module in enumerate({each}):", "module"),
        (f"for i in range(len({name})):", f"{name}[i]"),
        (f"for module, _ in zip({each}, {each}):", "module"),
    ]
    head, called = w.choose(heads)
    with w.block(head):
        w.line(f"{target} = {called}({target})")
        if head.startswith("for i") and w.maybe():
            with w.block(f"if i {w.choose(['> 0', '== 0', '% 2 == 1'])}:"):
                w.line(f"{target} = {activation(w)}({target})")
    return None


@production(STATEMENTS, 2)
def recurrent_row(w: Writer) -> None:
    """A list of recurrent layers, one after the other."""
    if w.read(SEQ) is None or w.cls is None:
        return assign(w)
    kind = w.choose(SEQUENCES)
    form = w.choose(
        ["ModuleList([{0}, {0}])", "ModuleList({0} for _ in range(2))", "ModuleDict({{'a': {0}, 'b': {0}}})"]
    )
    name = w.attribute("stack", f"{w.nn}.{form.format(w.choose(LAYERS)(w, kind))}")
    value = tensor(w, SEQ)
    target = w.bind("y", SEQ)
    w.line(f"{target} = {value}")
    with w.block(f"for rnn in {name}{'.values()' if 'Dict' in form else ''}:"):
        w.line(f"{target}, _ = rnn({target})")
        w.line(f"{target} = {tensor(w, SEQ)}")
    return None


@production(STATEMENTS)
def kept_on_self(w: Writer) -> None:
    """A state that the next call finds."""
    if w.cls is None:
        return assign(w)
    w.cls.model.keeps_state = True
    name = w.attribute("memory", w.choose(["torch.zeros(2, 4)", "None"]))
    if w.cls.init[-1].endswith("None"):
        with w.block(f"if {name} is not None:"):
            shape = a_shape(w)
            w.assign("y", shape, f"{tensor(w, shape)} + {name}")
    else:
        w.assign("y", VEC, name)
    statements(w, 1)
    w.line(f"{name} = {tensor(w, VEC)}")
    return None


@production(STATEMENTS)
def optional_input(w: Writer) -> None:
    """A tensor that forward may be given."""
    if not w.is_entry or not w.may_open():
        return assign(w)
    name = w.input("extra", "None", ("None", "torch.ones(2, 4)"))
    if w.maybe():
        with w.block(f"if {name} is None:"):
            w.line(f"{name} = {tensor(w, VEC)}")
        w.scope[name] = VEC
    else:
        with w.block(f"if {name} is not None:"):
            w.scope[name] = VEC
            statements(w, 2)
    return None


@production(STATEMENTS)
def gathered(w: Writer) -> None:
    """Tensors in a list or a dictionary, some of them replaced."""
    shape = a_shape(w)
    name = w.drafts.name("bag")
    key = w.choose(["0", "'a'"])
    w.line(f"{name} = {{{key}: {tensor(w, shape)}, 'z': {tensor(w, shape)}}}")
    if w.maybe():
        w.line(f"{name}[{key}] = {tensor(w, shape)}")
    value = w.choose([f"{name}[{key}]", f"{name}.pop('z')", f"sum({name}.values())"])
    w.assign("y", shape, value)


@production(STATEMENTS)
def swapped(w: Writer) -> None:
    shape = a_shape(w)
    one, other = w.read(shape), w.read(shape)
    if one is None or other is None or {one, other} & w.outer:
        return assign(w)
    w.line(f"{one}, {other} = {tensor(w, shape)}, {tensor(w, shape)}")
    return None


@production(STATEMENTS)
def guarded_loop(w: Writer) -> None:
    """A loop of known length that some rounds leave."""
    name = w.drafts.name("i")
    with w.block(f"for {name} in range(3):"):
        statements(w, 1)
        with w.block(f"if {name} {w.choose(['== 0', '== 1', '> 0'])}:"):
            w.line(w.choose(["break", "continue"]))
        statements(w, 1)


@production(STATEMENTS)
def while_loop(w: Writer) -> None:
    """A loop that runs as often as there are steps."""
    source = w.read(SEQ)
    if source is None or w.cls is None:
        return assign(w)
    w.cls.model.has_steps = True
    name = w.drafts.name("count")
    w.line(f"{name} = 0")
    with w.block(f"while {name} < len({source}):"):
        w.line(f"{name} += 1")
        statements(w, 2)
    return None


@production(STATEMENTS)
def tried(w: Writer) -> None:
    with w.block("try:"):
        statements(w, 1)
    with w.block("finally:"):
        statements(w, 1)


@production(STATEMENTS)
def matched(w: Writer) -> None:
    if not w.may_open():
        return assign(w)
    kind = w.attribute("mode", w.param("mode", "'a'", ("'a'", "'b'", "'c'", "'d'")))
    with w.block(f"match {kind}:"):
        for case in ["'a'", w.choose(["'b'", "'b' | 'c'"]), "_"]:
            with w.block(f"case {case}:"):
                statements(w, 1)
    return None


@production(STATEMENTS)
def with_nonlocal(w: Writer) -> None:
    shape = a_shape(w)
    name = w.read(shape)
    if name is None or name in w.outer or name not in w.lines_text():
        return assign(w)
    function = w.drafts.name("update")
    with w.block(f"def {function}(value):"):
        w.line(f"nonlocal {name}")
        w.line(f"{name} = {activation(w)}(value)")
    w.line(f"{function}({tensor(w, shape)})")
    return None


@production(STATEMENTS)
def history(w: Writer) -> None:
    """A list on self that grows from call to call."""
    if w.cls is None:
        return assign(w)
    w.cls.model.keeps_state = True
    name = w.attribute("history", "[]")
    first = w.maybe()
    if first:
        w.line(f"{name}.append({tensor(w, VEC)})")
    w.assign("y", VEC, f"sum({name}, torch.zeros(2, 4))")
    statements(w, 1)
    if not first:
        w.line(f"{name}.append({tensor(w, VEC)})")
    return None


@production(STATEMENTS, 2)
def mixed_row(w: Writer) -> None:
    """Layers and activations in one list; what is recurrent gives a tuple."""
    if w.read(SEQ) is None or w.cls is None:
        return assign(w)
    kind = w.choose(SEQUENCES)
    row = [w.choose(LAYERS)(w, kind), *(w.choose(MODULES)(w) for _ in range(2))]
    row = [*row, f"{w.nn}.{kind}(4, 4)"] if w.maybe() else row[::-1]
    name = w.attribute("layers", f"{w.nn}.ModuleList([{', '.join(row)}])")
    value = tensor(w, SEQ)
    target = w.bind("y", SEQ)
    w.line(f"{target} = {value}")
    with w.block(f"for layer in {name}:"):
        w.line(f"{target} = layer({target})")
        test = w.choose([f"isinstance({target}, tuple)", f"isinstance(layer, {w.nn}.RNNBase)"])
        with w.block(f"if {test}:"):
            w.line(f"{target} = {target}[0]")
    return None


@production(STATEMENTS)
def cells_in_a_row(w: Writer) -> None:
    """Cells on top of each other, their states in a list."""
    if w.read(SEQ) is None or w.cls is None:
        return assign(w)
    w.cls.model.has_steps = True
    kind, source = w.choose(["GRUCell", "RNNCell"]), tensor(w, SEQ)
    name = w.attribute("cells", f"{w.nn}.ModuleList([{w.choose(LAYERS)(w, kind)} for _ in range(2)])")
    states, out, item = w.drafts.name("states"), w.drafts.name("outs"), w.drafts.name("item")
    w.line(f"{states} = [torch.zeros(2, 4) for _ in {name}]")
    w.line(f"{out} = []")
    with w.block(f"for {item} in {source}:"):
        w.scope[item] = VEC
        with w.block(f"for i, cell in enumerate({name}):"):
            w.line(f"{states}[i] = cell({item}, {states}[i])")
            w.line(f"{item} = {w.choose(['', activation(w)])}({states}[i])")
        w.line(f"{out}.append({tensor(w, VEC)})")
    w.assign("out", SEQ, f"torch.stack({out})")
    return None


@production(STATEMENTS)
def several_returned(w: Writer) -> None:
    """A method that gives several tensors at once."""
    if w.cls is None:
        return assign(w)
    shape = a_shape(w)
    name = w.drafts.name("both")
    inner = w.inner({"v": shape})
    statements(inner, 1)
    form, taken = w.choose(
        [
            ("{0}, {1}", "{a}, {b} = {call}"),
            ("({0}, ({1}, v))", "{a}, ({b}, _) = {call}"),
            ("[v, {0}, {1}]", "{a}, *_, {b} = {call}"),
            ("{{'a': {0}, 'b': {1}}}", "{a}, {b} = {call}.values()"),
        ]
    )
    inner.line(f"return {form.format(tensor(inner, shape), tensor(inner, shape))}")
    w.cls.methods.append(f"def {name}(self, v):\n" + indent("\n".join(inner.lines), "    "))
    call = f"self.{name}({tensor(w, shape)})"
    w.line(taken.format(a=w.bind("y", shape), b=w.new("z", shape), call=call))
    return None


@production(STATEMENTS)
def checked(w: Writer) -> None:
    shape = a_shape(w)
    form = w.choose(["assert {}.dim() < 4", "if {}.dim() > 3:", "if {}.size(-1) != 4:"])
    text = form.format(variable(w, shape))
    if text.startswith("if"):
        with w.block(text):
            w.line("raise ValueError")
    else:
        w.line(text)


@production(STATEMENTS)
def collected_over_known(w: Writer) -> None:
    """A list that grows in a loop of known length."""
    shape = a_shape(w)
    bag, name = w.drafts.name("bag"), w.drafts.name("i")
    w.line(f"{bag} = [{tensor(w, shape)}]")
    with w.block(f"for {name} in range(2):"):
        statements(w, 1)
        w.line(
            w.choose(
                [
                    f"{bag}.append({tensor(w, shape)})",
                    f"{bag} += [{tensor(w, shape)}]",
                    f"{bag}.insert(0, {tensor(w, shape)})",
                ]
            )
        )
        w.line(f"{bag}[{w.choose(['-1', '0', name])}] = {activation(w)}({bag}[{name}])")
    w.assign("y", shape, w.choose(["{}[-1]", "{}[0]", "sum({})", "torch.stack({}).mean(0)", "{}.pop()"]).format(bag))


@production(STATEMENTS)
def optional_layer(w: Writer) -> None:
    if w.cls is None or w.read(SEQ) is None:
        return assign(w)
    asked = constructor_flag(w)
    if asked is None:
        return assign(w)
    kind = w.choose(SEQUENCES)
    name = w.attribute("maybe", f"{w.choose(LAYERS)(w, kind)} if {asked} else None")
    with w.block(f"if {w.choose([f'{name} is not None', asked, name])}:"):
        w.assign("out", SEQ, f"{name}({tensor(w, SEQ)})[0]")
        statements(w, 1)
    return None


@production(STATEMENTS)
def two_directions(w: Writer) -> None:
    """A bidirectional layer, its halves taken apart."""
    if w.cls is None or w.read(SEQ) is None:
        return assign(w)
    kind = w.choose(SEQUENCES)
    name = w.attribute("birnn", f"{w.nn}.{kind}(4, 4, batch_first=True, bidirectional=True)")
    both = w.drafts.name("both")
    w.line(f"{both} = {name}({tensor(w, SEQ)}.transpose(0, 1))[0].transpose(0, 1)")
    w.assign("out", SEQ, w.choose([f"{both}[..., :4] + {both}[..., 4:]", f"{both}.chunk(2, dim=-1)[0]"]))
    return None


# --- functions and classes --------------------------------------------


def body(w: Writer, shape: str, most: int) -> str:
    """The body of a function that gives a tensor of a shape."""
    statements(w, most)
    w.line(f"return {tensor(w, shape)}")
    return "\n".join(w.lines)


def handed(w: Writer, first: str, model: Model) -> str:
    """The arguments of a call of a model."""
    given = [f"{p.name}={w.choose(p.values)}" for p in model.inputs if p.default is None or w.maybe()]
    return ", ".join([first, *given])


def part(w: Writer, shape: str) -> tuple[Model, str] | None:
    """A model of this shape, and the text that builds one; a new one, or one that is there already."""
    if w.cls is None:
        return None
    level = w.drafts.files.index(w.file)
    known = [c for c in w.drafts.classes if c.model.is_small == (shape == VEC)]
    known = [c for c in known if level <= w.drafts.files.index(_file(w.drafts, c.model.file))]
    if known and w.maybe(3):
        made = w.choose(known)
    elif w.burn(2):
        made = model(w.drafts, w.choose(w.drafts.files[level : level + 2]), shape, is_main=False)
    else:
        return None
    w.cls.model.has_steps |= made.model.has_steps
    w.cls.model.keeps_state |= made.model.keeps_state
    return made.model, f"{imported(w, made.model)}({arguments(w, made.model.params)})"


def _file(drafts: Drafts, name: str) -> File:
    return next(file for file in drafts.files if file.name == name)


def imported(w: Writer, model: Model) -> str:
    """What the model is called in this file."""
    if model.file == w.file.name:
        return model.name
    module = _file(w.drafts, model.file).module
    package, _, last = module.rpartition(".")
    own = w.file.module.rpartition(".")[0]
    dotted = f".{last}" if package and package == own else module
    alias = w.drafts.name("other")
    forms = [
        (f"from {dotted} import {model.name}", model.name),
        (f"from {dotted} import {model.name} as {model.name}_", f"{model.name}_"),
        (f"import {module}", f"{module}.{model.name}"),
        (f"import {module} as {alias}", f"{alias}.{model.name}"),
        (f"from {dotted} import *", model.name),
    ]
    if package:
        forms.append((f"from {'.' if package == own else package} import {last}", f"{last}.{model.name}"))
    line, text = w.choose(forms)
    w.file.imports.add(line)
    return text


def arguments(w: Writer, params: list[Param]) -> str:
    """What a constructor is given: one of the values, the default, or what this class is given itself."""
    given = []
    for param in params:
        if param.default is not None and w.maybe():
            continue
        assert w.cls is not None
        value = w.choose(param.values)
        if w.may_open() and (param.is_closed or not w.cls.is_main) and w.maybe(3):
            value = w.param(param.name.rstrip("0123456789"), param.default, param.values, param.is_closed)
        given.append(f"{param.name}={value}")
    return ", ".join(given)


def model(drafts: Drafts, file: File, shape: str, is_main: bool) -> Class:
    """Write a class of layers into a file."""
    base = None
    w = Writer(drafts, file)
    if w.maybe(5) and w.burn(2):
        base = model(drafts, file, shape, is_main)
    name = drafts.name("Net" if is_main else "Block")
    cls = Class(Model(name, file.name, shape == VEC), base.model.name if base else f"{w.nn}.Module", is_main)
    w = Writer(drafts, file, cls)
    if base is not None:
        inherit(w, base)
    if base is None or w.maybe():
        w.scope, w.is_entry, w.returns = {"x": shape}, True, shape
        if base is not None:
            w.line(f"x = super().forward({handed(w, 'x', base.model)})")
        text = body(w, shape, 4)
        head = ", ".join(["self, x", *map(str, sorted(cls.model.inputs, key=lambda p: p.default is not None))])
        cls.methods.append(f"def forward({head}):\n" + indent(text, "    "))
    else:
        cls.model.inputs.extend(base.model.inputs)
    file.blocks.append(cls.text())
    if base is not None and not cls.has_init:
        cls.model.params.extend(base.model.params)
    drafts.classes.append(cls)
    return cls


def inherit(w: Writer, base: Class) -> None:
    """What a subclass takes over and what it does its own way."""
    assert w.cls is not None
    w.cls.model.has_steps, w.cls.model.keeps_state = base.model.has_steps, base.model.keeps_state
    w.cls.given_to_base = arguments(w, base.model.params)
    for name in base.constants:
        if w.maybe():
            w.cls.body.append(f"{name} = {w.nn}.{w.choose(CLASSES)}")
    for name, shape in base.hooks:
        if w.maybe():
            inner = w.inner({"v": shape}, shape)
            if w.maybe():
                inner.line(f"v = super().{name}(v)")
            w.cls.methods.append(f"def {name}(self, v):\n" + indent(body(inner, shape, 1), "    "))


@st.composite
def programs(draw: Draw) -> Program:
    """A program: one main model in ``main.py``, made of others there and in further files."""
    drafts = Drafts(draw)
    folder = draw(st.sampled_from(["", "pkg/"]))
    for name in ("main.py", f"{folder}parts.py", f"{folder}deep.py"):
        nn, f = (draw(st.sampled_from(list(names))) for names in (NN_IMPORTS, F_IMPORTS))
        drafts.files.append(File(name, nn, f))
    model(drafts, drafts.files[0], SEQ, is_main=True)
    return drafts.program()
