"""Productions of what is called with a tensor: activations, modules that keep the shape, and recurrent layers."""

from __future__ import annotations

from textwrap import indent

from generated.tables import (
    ACTIVATIONS,
    CLASSES,
    FLAG,
    FUNCTIONAL,
    FUNCTIONS,
    LAYERS,
    MODULES,
    activation,
    body,
    constructor_flag,
    production,
    torch_function,
)
from generated.writer import ANY, Layer, Writer


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
