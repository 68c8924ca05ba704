"""What ``getattr(package, name)`` of a library does where the name is open: ``getattr(nn, kind)(4, 8)``, ``getattr(F, act)(x)``.

Each class or function that is looked for, and that the arguments fit, is called under the condition that the name says
so; whatever else the name may say does what the package's unlisted names do.
"""

from __future__ import annotations

from collections.abc import Callable

from staticrelu.catalog import Entry
from staticrelu.guards import Guard
from staticrelu.place import Place
from staticrelu.trace import builtins, calls, conditions, texts
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine
from staticrelu.trace.values import Const, Library, Symbol, Value

_COMMON_PARAMETERS = frozenset(("bias", "device", "dtype", "dropout", "mode"))


def call(m: Machine, frame: Frame, thing: Symbol, args: calls.Args, place: Place) -> Value | None:
    """Call an open name of a library; None for what is no such name, or where the arguments are as open as the name."""
    key = thing.key
    if not (isinstance(key, tuple) and len(key) == 3 and key[0] == "getattr" and isinstance(key[1], Library)):
        return None
    home, name = key[1].name, key[2]
    package = m.catalog.package(f"{home}.name")
    if package is None or not isinstance(name, Symbol) or args.rest or not _is_closed_or_default(args):
        return None
    arms: list[tuple[Guard, Callable[[], Value]]] = []
    left = m.space.true
    for entry in _fitting(m, home, texts.pattern_of(name), args):
        chosen = left & conditions.symbol_equals(m, name, _last(entry))
        arms.append((chosen, lambda entry=entry: builtins.call(m, frame, Library(entry.name), args, place, None)))  # type: ignore[misc]
        left = left & ~chosen
    other = Library(f"{home}.<{name.text if name.text.isidentifier() else 'name'}>")
    arms.append((left, lambda: builtins.call(m, frame, other, args, place, None)))
    return m.branches(arms, place)


def _last(entry: Entry) -> str:
    return entry.name.rpartition(".")[2]


def _fitting(m: Machine, home: str, pattern: str, args: calls.Args) -> list[Entry]:
    """What is looked for in a package, has a name of this pattern and may be called like this."""
    return [entry for entry in _callable_with(m, home, pattern, args) if texts.matches(pattern, _last(entry))]


def _callable_with(m: Machine, home: str, pattern: str, args: calls.Args) -> list[Entry]:
    """What is looked for in a package and may be called like this.

    Layers without recurrence are built by open names, too; what tells recurrent ones apart are arguments that only they
    have, or two sizes and nothing that shows another kind of layer: one of a whole sequence, unless it is known how the
    name begins or ends. Activations are built without sizes, and are called without weights.
    """
    if any(m.flows(value) for value in args.values()):
        functions = (entry for entry in m.catalog.activations_in(home, m.kinds) if entry.kind == "function")
        return [entry for entry in functions if "learned" not in entry.traits]
    found = m.catalog.recurrent_in(home, steps=pattern != texts.ANYTHING)
    own = {p for entry in found for p in entry.parameters} - _COMMON_PARAMETERS
    if not own.isdisjoint(args.keywords) or (len(args.positional) in (2, 3) and set(args.keywords) <= {"bias"}):
        return found
    modules = [entry for entry in m.catalog.activations_in(home, m.kinds) if entry.kind == "module"]
    certain = args.keywords.keys() - _of_open_dict(args)
    return [entry for entry in modules if not args.positional and certain <= set(entry.parameters)]


def _is_closed_or_default(args: calls.Args) -> bool:
    """Whether all keywords are known but for those of a dict that has a default, which shows what kind of thing takes them."""
    return all(isinstance(x, Symbol) and x.is_dict for _, x in args.others)


def _of_open_dict(args: calls.Args) -> set[str]:
    """The keywords out of a dict that has a default (``**params``): given another name, it may come without them."""
    wholes = [x.key for _, x in args.others if isinstance(x, Symbol)]
    items = {("item", key, Const(name)): name for key in wholes for name in args.keywords}
    return {
        items[x.key] for value in args.keywords.values() for _, x in value if isinstance(x, Symbol) and x.key in items
    }
