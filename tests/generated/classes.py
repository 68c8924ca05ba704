"""Classes of layers: what they are made of, how they are imported, constructed, called and inherited from."""

from __future__ import annotations

from textwrap import indent

from generated.programs import Model, Param
from generated.tables import CLASSES, body
from generated.writer import VEC, Class, Drafts, File, Writer


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
