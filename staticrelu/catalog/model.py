"""What the names of libraries mean: the types that the interpreter asks, filled from ``rules/catalog/*.yaml``.

Nothing here knows a library. A name is a dotted string as an import would spell it (``torch.nn.LSTM``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, TypeAlias

import msgspec

Kind: TypeAlias = Literal["module", "class", "function", "method", "attribute", "table"]
Result: TypeAlias = Literal["passes", "fresh", "plain", "drawn", "same", "calls", "decorates", "outside"]
Container: TypeAlias = Literal["", "sequential", "list", "dict", "attributes"]
Deed: TypeAlias = Literal[
    "",
    "set",
    "part",
    "parts",
    "named parts",
    "all parts",
    "named all parts",
    "visit",
    "hook",
    "pre-hook",
    "unhook",
    "keep arguments",
    "apply",
    "construct",
]
Given: TypeAlias = Literal["zero", "zeros", "absent", "is positive"]
"""How an argument is: the number zero or a tensor of zeros; such a tensor; not given; a test that the first one is positive."""

Shape: TypeAlias = "str | tuple[Shape, ...]"

MAX_CHAIN = 32
"""Steps along aliases or bases. Real chains have five; more is a circle in somebody's catalog."""


class Choice(msgspec.Struct, frozen=True):
    """Which activation is applied, and which argument decides it.

    ``parameter`` names the deciding constructor (or function) parameter; it is empty where nothing decides, and then
    ``default`` is the kind. The argument may be a string (looked up in ``kinds``, else itself the kind in lower
    case), a function, a class or an instance with an activation of its own, or None for no activation. ``default`` is
    the kind without an argument, empty for none. Where every parameter in ``when`` is as its word says, the kind is
    ``then``: what is an activation only with certain arguments, such as clamping at zero.
    """

    default: str = ""
    parameter: str = ""
    kinds: Mapping[str, str] = {}
    when: Mapping[str, Given] = {}
    then: str = ""

    def kind_of(self, text: str) -> str:
        """The kind that a string argument means: ``"RNN_RELU"`` may mean ``relu``; empty for no activation."""
        return self.kinds.get(text, text.lower())


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What one name means.

    For a ``module`` (a class of layers, or a function that builds a layer) the fields about a call speak of *calling an
    instance*; for every other kind they speak of calling the name itself (for a ``class``: of constructing it; for an
    ``attribute``: of reading it). A ``class`` whose ``result`` is ``plain`` makes objects; their methods
    have entries of their own.
    """

    name: str
    """Canonical dotted name; of methods and attributes of tensors the bare name."""

    kind: Kind = "function"

    base: str = ""
    """Of a class or module: the nearest base that is in the catalog; empty for none."""

    parameters: tuple[str, ...] = ()
    """Parameters in order, of the function, of the constructor, or of the method without ``self``. ``*rest`` stands for
    any further positional arguments; what follows it is by keyword only. Empty where no argument matters."""

    defaults: Mapping[str, bool | int | float] = {}
    """Of a module, and of those that have it as a base: what parameters are that nobody gives, if objects show them."""

    tuples: Mapping[str, int] = {}
    """Of a module, and of those that have it as a base: parameters that objects show as tuples, and how often a number stands
    in one."""

    switches: tuple[str, ...] = ()
    """Of a module, and of those that have it as a base: parameters that say whether objects have something, which they
    show under that name; if not, it is None."""

    inputs: tuple[str, ...] = ()
    """Of a module: the parameters of calling an instance, in order."""

    result: Result = "passes"
    """What the call gives: ``passes``: the values of its tensor arguments, ``self`` and (of a module) the arguments of
    the instance call; ``fresh``: a tensor that carries no value; ``plain``: no tensor at all, and the same for
    the same arguments; ``drawn``: no tensor, and never the same twice (a random number, the time); ``same``: the very object
    that ``of`` names (called without it: a decorator or context manager that gives back what it is given);
    ``calls``: what calling ``of`` gives; ``decorates``: a decorator that gives back what it is given; ``outside``:
    something from outside the program (a file, the network): it carries no value, and calling it is unresolved. What is
    called on a plain thing is plain."""

    of: str = ""
    """The parameter that ``same`` gives back or ``calls`` calls; ``self`` is the receiver, ``*rest`` the one argument
    that is given, or all of them as a tuple. A module that ``calls`` calls the constructor argument of this name with
    its own arguments, and has it as an attribute of this name."""

    reads: tuple[str, ...] | None = None
    """The parameters whose values flow into the result (and into what is written); None for all of them. Of ``calls``:
    the parameters whose arguments are handed on, a tuple spread; with ``*rest`` also what is given by other names."""

    returns: Shape = ""
    """Labels of a result with parts, nested as the result is: ``("output", ("h_n", "c_n"))``. The label ``plain`` marks
    a part that is no tensor. Empty for one value, which may be unpacked freely."""

    writes: tuple[str, ...] = ()
    """Parameters whose tensor is changed in place (``self`` for a receiver), if they are given at all."""

    whole: bool = False
    """What is written is replaced as a whole: the old value no longer flows."""

    view: bool = False
    """The result shares memory with the first argument or the receiver: a write into one is seen in the other."""

    part: bool = False
    """A view shows only a part of what it shares memory with."""

    activation: Choice | None = None
    """The activation applied to the arguments, on its own or somewhere in the library's code."""

    inplace: str = ""
    """The parameter (of the function or the constructor) that, when true, makes the call write its first input."""

    traits: frozenset[str] = frozenset()
    """Words that rules may ask for (``learned``: it has weights that are learned). Of a class also those of its bases."""

    recurrent: bool = False
    """A recurrent layer."""

    inside: Choice | None = None
    """Of a recurrent layer: its own nonlinearity, which is no activation applied to anything."""

    container: Container = ""
    """A module that holds modules like a list or a dict, or (``sequential``) calls them one after the other. A class whose
    objects are lists, dicts, or (``attributes``) have what they are constructed with as attributes."""

    entries: tuple[str, ...] = ()
    """Methods of a subclass that the library calls from outside, beside those that its bases name."""

    does: Deed = ""
    """What a method does to its module (or class). ``set``: puts its second argument under the name given first;
    ``part``: gives the part named by a dotted string; ``parts``: its direct parts; ``all parts``: itself and the parts
    of parts; ``named``: pairs with names; ``visit``: calls its argument with each of ``all parts``; ``hook``: its
    argument will be called with (module, inputs, output) after each call and may replace the output; ``pre-hook``:
    with (module, inputs) before, and may replace the inputs; both give a handle, an object of the class that has a method
    which does ``unhook``: it takes the hook off; ``keep arguments``: keeps the constructor's arguments as
    an attribute ``hparams``; ``apply``: calls the class's ``forward`` with a context put before the arguments;
    ``construct``: gives an object of the class, constructed with arguments that nobody sees."""

    constant: bool | int | float | None = None
    """Of a name that is no function or class: what it is whenever the program runs, if that is known."""

    table: Mapping[str, str] = {}
    """Of a table: the names of what is built, without arguments, when it is subscripted or called with a string."""


class Package(msgspec.Struct, frozen=True, kw_only=True):
    """What the names under a prefix mean that have no entry of their own."""

    name: str
    function: Entry
    """What an unlisted function does; also what constructing an unlisted class that is no layer does."""
    layers: bool = False
    """Unlisted names that start with a capital are classes of layers, whose calls pass values on."""


class Catalog:
    """All entries, asked by name. Names are canonicalised on the way in."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        methods: Mapping[str, Entry],
        packages: Mapping[str, Package],
        aliases: Mapping[str, str],
    ) -> None:
        self._entries = dict(entries)
        self._methods = dict(methods)
        self._packages = dict(packages)
        self._aliases = dict(aliases)
        self._canonical: dict[str, str] = {}
        self._active: frozenset[str] | None = None

    def canonical(self, name: str) -> str:
        """The name that the catalog uses for ``name``; an unknown name is its own."""
        known = self._canonical.get(name)
        if known is None:
            known = self._canonical[name] = self._rewrite(name)
        return known

    def entry(self, name: str) -> Entry | None:
        """What a dotted name means, or None where only its package, or nobody, speaks for it.

        A member of a class that is no layer is looked up as a method: ``torch.Tensor.add_`` is ``add_``.
        """
        known = self.canonical(name)
        found = self._entries.get(known)
        if found is None:
            owner, _, last = known.rpartition(".")
            holder = self._entries.get(owner)
            if holder is not None and holder.kind == "class":
                return self.method(last)
        return found

    def method(self, name: str) -> Entry | None:
        """What a method or attribute of a tensor (or of something like one) means, whatever the receiver's type.

        Some names are a method of one type and an attribute of another: read or called, they mean the
        same. A name that ends in one underscore changes its receiver in place and gives it back, listed or not.
        """
        found = self._methods.get(name)
        if found is None and is_in_place(name):
            return Entry(name=name, kind="method", result="same", of="self", writes=("self",))
        return found

    def member(self, class_name: str, name: str) -> Entry | None:
        """What ``name`` means on an instance of a catalogued class: its own entry or that of the nearest base."""
        for base in self.bases(class_name):
            found = self.entry(f"{base}.{name}")
            if found is not None:
                return found
        return None

    def bases(self, class_name: str) -> tuple[str, ...]:
        """The canonical class itself and its catalogued bases, nearest first; only itself where it has no entry."""
        chain = [self.canonical(class_name)]
        while len(chain) < MAX_CHAIN:
            entry = self._entries.get(chain[-1])
            if entry is None or not entry.base:
                break
            chain.append(self.canonical(entry.base))
        return tuple(chain)

    def traits(self, class_name: str) -> frozenset[str]:
        """The traits of a class: its own and those of its catalogued bases."""
        return frozenset[str]().union(*(entry.traits for entry in self._chain(class_name)))

    def defaults(self, class_name: str) -> Mapping[str, bool | int | float]:
        """What the parameters of a class are that nobody gives: as it says, or its nearest catalogued base."""
        found = [entry.defaults for entry in self._chain(class_name)]
        return {name: value for defaults in reversed(found) for name, value in defaults.items()}

    def shown(self, class_name: str, parameter: str) -> int | None:
        """How often a number stands in the tuple that objects show of a parameter.

        It is 0 for what is shown as it is given, and None for what only says whether there is something.
        """
        chain = self._chain(class_name)
        if any(parameter in entry.switches for entry in chain):
            return None
        return next((entry.tuples[parameter] for entry in chain if parameter in entry.tuples), 0)

    def _chain(self, class_name: str) -> list[Entry]:
        """The entries of a class and of its bases, nearest first."""
        return [self._entries[base] for base in self.bases(class_name) if base in self._entries]

    @cached_property
    def classes(self) -> Mapping[str, str]:
        """For each trait a class that has it, and makes objects that have it."""
        classes = [entry for entry in self._entries.values() if entry.kind == "class"]
        return {trait: entry.name for entry in classes for trait in sorted(entry.traits)}

    def doer(self, deed: Deed) -> str:
        """The class one of whose methods does a deed; empty where none does."""
        return next((entry.name.rpartition(".")[0] for entry in self._entries.values() if entry.does == deed), "")

    def all_traits(self) -> frozenset[str]:
        """Every trait that is given to something."""
        given = (*self._entries.values(), *self._methods.values())
        return frozenset[str]().union(*(entry.traits for entry in given))

    def kinds(self) -> frozenset[str]:
        """Every kind of activation that is given to something."""
        given = (*self._entries.values(), *self._methods.values())
        choices = [choice for entry in given for choice in (entry.activation, entry.inside) if choice is not None]
        named = (kind for choice in choices for kind in (choice.default, choice.then, *choice.kinds.values()))
        return frozenset(named) - {""}

    @cached_property
    def spelled_kinds(self) -> frozenset[str]:
        """The kinds that an argument may name: all but those that only certain arguments make of something else."""
        choices = (c for entry in self._entries.values() for c in (entry.activation, entry.inside) if c is not None)
        return frozenset(kind for choice in choices for kind in (choice.default, *choice.kinds.values())) - {""}

    def package(self, name: str) -> Package | None:
        """The most specific package that speaks for a dotted name; None where no library in the catalog holds it."""
        return next((self._packages[p] for p in _prefixes(self.canonical(name)) if p in self._packages), None)

    def holds(self, name: str) -> bool:
        """Whether a library in the catalog holds a dotted name."""
        return self.package(name) is not None

    def recurrent_names(self) -> frozenset[str]:
        """The last components of all recurrent classes' names, to search bytes for."""
        return frozenset(e.name.rpartition(".")[2] for e in self._entries.values() if e.recurrent)

    def recurrent_homes(self) -> frozenset[str]:
        """The last components of the packages of layers that hold recurrent classes (``nn``)."""
        homes = {e.name.rpartition(".")[0] for e in self._entries.values() if e.recurrent}
        return frozenset(h.rpartition(".")[2] for h in homes if h in self._packages and self._packages[h].layers)

    def recurrent_in(self, package: str, steps: bool = False) -> list[Entry]:
        """The recurrent classes of a package that are no mere bases, by name: of a whole sequence, and of single ``steps``."""
        found = [e for e in self._members(package) if e.recurrent and not e.name.endswith("Base")]
        return [e for e in found if (steps if e.name.endswith("Cell") else e.returns)]

    def activations_in(self, package: str, kinds: frozenset[str]) -> list[Entry]:
        """The classes and functions of a package that apply one of some kinds of activation, whatever is given, by name."""
        always = [Choice(default=kind) for kind in kinds]
        return [e for e in self._members(package) if e.activation in always and not is_in_place(e.name)]

    def activation_methods(self, kinds: frozenset[str]) -> list[Entry]:
        """The methods of tensors that apply one of some kinds of activation, whatever is given, in the catalog's order."""
        always = [Choice(default=kind) for kind in kinds]
        return [e for e in self._methods.values() if e.activation in always and not is_in_place(e.name)]

    def _members(self, package: str) -> list[Entry]:
        home = self.canonical(package)
        return sorted((e for e in self._entries.values() if e.name.rpartition(".")[0] == home), key=lambda e: e.name)

    def active_words(self) -> frozenset[str]:
        """The last components of the names of all layers and activations: code that names none of them makes none.

        A name inside another such name (``relu.default``) is not reached without it.
        """
        if self._active is None:
            active = {e.name for e in self._entries.values() if e.kind == "module" or _is_activation(e) or e.table}
            parted = (name.rpartition(".") for name in active)
            self._active = frozenset(last for parent, _, last in parted if parent not in active)
        return self._active

    def names(self) -> frozenset[str]:
        """Every name with an entry."""
        return frozenset(self._entries)

    def method_names(self) -> frozenset[str]:
        """Every listed method and attribute of tensors."""
        return frozenset(self._methods)

    def _rewrite(self, name: str) -> str:
        for _ in range(MAX_CHAIN):
            if name in self._entries:
                break
            prefix = next((p for p in _prefixes(name) if p in self._aliases), None)
            if prefix is None:
                break
            name = self._aliases[prefix] + name[len(prefix) :]
        return name


def _is_activation(entry: Entry) -> bool:
    """Whether it is one with any arguments; what is one only when given values is found where values flow."""
    return entry.activation is not None and bool(entry.activation.default or entry.activation.parameter)


def is_in_place(name: str) -> bool:
    """Whether the spelling of a function's or method's name says that it changes its first argument: ``add_``."""
    last = name.rpartition(".")[2]
    return last.endswith("_") and not last.startswith("_") and not last.endswith("__")


def _prefixes(name: str) -> list[str]:
    """The name and every shorter dotted prefix, longest first."""
    parts = name.split(".")
    return [".".join(parts[:size]) for size in range(len(parts), 0, -1)]
