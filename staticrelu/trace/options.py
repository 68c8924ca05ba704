"""Options of a command line. What its user says is open; what ``argparse`` is told of an option says what else holds."""

from __future__ import annotations

from staticrelu.place import Place
from staticrelu.trace import calls, sequences
from staticrelu.trace.frames import Frame
from staticrelu.trace.machine import Machine
from staticrelu.trace.values import (
    NOTHING,
    Const,
    Entries,
    Library,
    Listing,
    Mapping,
    Native,
    One,
    Symbol,
    Tuple,
    Value,
    constant,
    only,
)

PARSER = "argparse.ArgumentParser"
_NAMESPACE = "argparse.Namespace"
_STORED = {"store_true": False, "store_false": True}
_ITSELF = ("add_argument_group", "add_mutually_exclusive_group", "add_subparsers", "add_parser")
"""Methods that give something whose options arrive in the same place."""


def parser(m: Machine, frame: Frame, args: calls.Args, place: Place) -> Value:
    """``ArgumentParser(...)``: an object whose methods remember the defaults of its options."""
    made, defaults = m.object(frame, Library(PARSER), place), Mapping(place)
    m.store.set((defaults, "{}"), Entries())
    for inherited in args.get(-1, "parents") or NOTHING:
        for parent in sequences.iterate(m, frame, (inherited,), place):
            _inherit(m, defaults, parent, place)

    def add(m: Machine, frame: Frame, given: calls.Args, place: Place) -> Value:
        name, default = _name(given), _default(m, frame, given, place)
        known = dict(m.entries(defaults).known)
        if known.get(name, default) != default:  # two commands of one program have options of one name
            default = m.unknown(name, ("option", name))
        if name:
            sequences.set_entry(m, defaults, m.const(name), default, place)
        return m.unknown("an option", ("option", place))

    def set_defaults(m: Machine, frame: Frame, given: calls.Args, place: Place) -> Value:
        for name, value in given.keywords.items():
            sequences.set_entry(m, defaults, m.const(name), value, place)
        return m.const(None)

    def parse(m: Machine, frame: Frame, given: calls.Args, place: Place) -> Value:
        return _parsed(m, frame, defaults, given, place)

    def parse_known(m: Machine, frame: Frame, given: calls.Args, place: Place) -> Value:
        rest = m.unknown("what is left of the command line", ("arguments", place))
        return m.just(Tuple((One(parse(m, frame, given, place)), One(rest))))

    methods = {
        "add_argument": add,
        "set_defaults": set_defaults,
        "parse_args": parse,
        "parse_known_args": parse_known,
        **dict.fromkeys(_ITSELF, lambda m, frame, given, place: m.just(made)),
    }
    for name, method in methods.items():
        m.store.set((made, name), m.just(Native(method)))
    m.store.set((made, _DEFAULTS), m.just(defaults))
    return m.just(made)


_DEFAULTS = "<defaults>"
"""Where a parser keeps the defaults of its options; no attribute can bear the name."""


def _inherit(m: Machine, defaults: Mapping, parent: object, place: Place) -> None:
    thing = only(parent.value) if isinstance(parent, One) else None
    held = only(m.store.get((thing, _DEFAULTS)) or NOTHING)
    for key, value in m.entries(held).known if isinstance(held, Mapping) else ():
        sequences.set_entry(m, defaults, m.key(key), value, place)


def _name(given: calls.Args) -> str:
    """Under which name an option arrives; empty for what has to be given, and for a name that is not known."""
    names = [name for name in map(constant, given.positional) if isinstance(name, str)]
    may_miss = bool(names) and (names[0].startswith("-") or constant(given.value(-1, "nargs")) in ("?", "*"))
    if not may_miss or constant(given.value(-1, "required"), False):
        return ""
    name = constant(given.value(-1, "dest")) or next((n for n in names if n.startswith("--")), names[0])
    return str(name).lstrip("-").replace("-", "_")


def _default(m: Machine, frame: Frame, given: calls.Args, place: Place) -> Value:
    """What an option is where nobody gives it: a text goes through its ``type``, as if somebody had given it."""
    stored = _STORED.get(str(constant(given.value(-1, "action"))))
    default, type_ = given.get(-1, "default") or m.const(stored), given.get(-1, "type")
    if type_ is None or not isinstance(constant(default), str):
        return default
    return calls.call(m, frame, type_, calls.Args((default,)), place)


def _parsed(m: Machine, frame: Frame, defaults: Mapping, given: calls.Args, place: Place) -> Value:
    """All options, open; of an empty command line (``parse_args([])``) the defaults themselves."""
    line = only(given.value(0, "args"))
    if isinstance(line, Tuple | Listing) and not sequences.iterate(m, frame, m.just(line), place):
        options = m.object(frame, Library(_NAMESPACE), place)
        for key, value in m.entries(defaults).known:
            m.store.set((options, str(key)), value)
        return m.just(options)
    symbol = Symbol(("call", PARSER, place, frame.context), "the options")
    for key, value in m.entries(defaults).known:
        default = only(m.live(value))
        if isinstance(default, Const):
            m.defaults["attribute", symbol.key, key] = default
    return m.just(symbol)
