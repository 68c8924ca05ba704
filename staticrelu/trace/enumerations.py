"""The numbers of enumerations: what ``auto()`` gives a member, and members that are several flags at once."""

from __future__ import annotations

from staticrelu import tree as t
from staticrelu.trace import classes, names
from staticrelu.trace.machine import Machine
from staticrelu.trace.values import NOTHING, Class, Const, Library, Obj, Thing, Value, only

AUTO = "enum.auto"
FLAGS = frozenset(("enum.Flag", "enum.IntFlag"))


def automatic(m: Machine, cls: Class, name: str) -> Value:
    """What ``auto()`` is as the value of a member; something open of its own where what stands before it is not known."""
    bases = {base.name for base in cls.order if isinstance(base, Library)}
    if "enum.StrEnum" in bases:
        return m.const(name.lower())
    number = _number(m, cls, name, bool(bases & FLAGS)) if "_generate_next_value_" not in cls.table else None
    return m.const(number) if number is not None else m.unknown(f"{cls.name}.{name}", (AUTO, cls, name))


def _number(m: Machine, cls: Class, name: str, is_flag: bool) -> int | None:
    """One more than the greatest number before; of flags the next power of two."""
    frame, greatest = classes.class_frame(m, cls), 0
    for statement in cls.definition.body:
        if not (isinstance(statement, t.Assign) and isinstance(statement.targets[0], t.Name)):
            continue
        value = statement.value
        if isinstance(value, t.Call) and names.of_library(m, frame, value.func) == AUTO:
            greatest = 1 << greatest.bit_length() if is_flag else greatest + 1
        elif isinstance(value, t.Constant) and type(value.value) is int:
            greatest = max(greatest, value.value)
        else:
            return None
        if statement.targets[0].id == name:
            return greatest
    return None


def flags(m: Machine, thing: Thing) -> int | None:
    """The bits of a member of flags; None for anything else, or if they are not known."""
    if not isinstance(thing, Obj) or not isinstance(thing.cls, Class):
        return None
    if not any(isinstance(base, Library) and base.name in FLAGS for base in thing.cls.order):
        return None
    value = only(m.store.get((thing, "value")) or NOTHING)
    return value.value if isinstance(value, Const) and isinstance(value.value, int) else None


def combined(m: Machine, op: str, a: Thing, b: Thing) -> Value | None:
    """``a | b`` of flags, and its kin: the member of these bits, or one of its own; None for anything else."""
    left, right = flags(m, a), flags(m, b)
    if (
        left is None
        or right is None
        or op not in ("|", "&", "^")
        or not isinstance(a, Obj)
        or not isinstance(a.cls, Class)
    ):
        return None
    bits = left | right if op == "|" else left & right if op == "&" else left ^ right
    known = next((member for member in classes.enum_members(m, a.cls) if flags(m, member) == bits), None)
    if known is not None:
        return m.just(known)
    address = ("enum", a.cls, bits)
    member = m.objects.setdefault(address, Obj(address, a.cls, a.cls.place))
    m.root_store().set((member, "value"), m.const(bits))
    return m.just(member)
