"""Productions of statements: lines that bind, branch, loop, and write in place."""

from __future__ import annotations

from textwrap import indent

from generated.callables import SEQUENCES, cell, layer
from generated.tables import (
    LAYERS,
    MODULES,
    STATEMENTS,
    activation,
    body,
    condition,
    constructor_flag,
    production,
    statements,
    tensor,
    variable,
)
from generated.writer import SEQ, VEC, Layer, Writer


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
        "{0}.mul_({1})",
        "{0}.copy_({1})",
        "{0}[..., 0] = {1}[..., 0]",
        "{0}[:] = {1}",
        "{0}.zero_()",
        "{0}[..., 1:].relu_()",
        "torch.add({0}, {1}, out={0})",
        *(["{0} += {1}"] if name not in w.outer else []),  # it would be a local name, and without a value
    ]
    w.line(w.choose(forms).format(name, tensor(w, shape)))


@production(STATEMENTS)
def made_alike(w: Writer) -> None:
    """Two tensors that a helper makes of the same number; one of them is written into."""
    if w.read(SEQ) is None and w.read(VEC) is None:
        return assign(w)
    maker = w.drafts.name("blank")
    w.define(f"def {maker}(size):\n    return torch.zeros(size, 4)")
    value = tensor(w, VEC)
    one, two = w.new("h", VEC), w.new("h", VEC)
    w.line(f"{one}, {two} = {maker}(2), {maker}(2)")
    w.line(f"{w.choose([one, two])}.{w.choose(['copy_', 'add_'])}({value})")
    return None


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
    bag, name = w.drafts.name("bag"), w.drafts.name("turn")
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
