"""Which definitions can touch a recurrent layer: those that name one, and those that name such a definition.

Only these are interpreted as models, and only files that hold one are parsed for their own sake. It is a search by
name, generous on purpose: what it keeps is interpreted, and interpretation decides.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, groupby, takewhile
from sys import intern
from typing import TypeAlias

from staticrelu import limits
from staticrelu import tree as t
from staticrelu.project.mentions import ANY, COMPUTED, Definition, Mention, first_name, last_name, mentions_of
from staticrelu.project.modules import Module, Project
from staticrelu.project.names import flat, imports_of
from staticrelu.project.sight import SearchedFiles, Sight
from staticrelu.project.walk import calls_in, statements_in, walk


def _alternatives(words: Iterable[str]) -> bytes:
    """A pattern for any of some words, as a whole.

    What stands before a word is asked for behind its first letter: a pattern that begins with letters is searched for
    in half the time.
    """
    found = []
    for first, group in groupby(sorted({word.encode() for word in words}), key=lambda word: word[:1]):
        start = re.escape(first)
        rest = _any_of([word[1:] for word in group], limits.MAX_SEARCH_NESTING)
        found.append(start + rb"(?<!\w" + start + rb")" + rest)
    return rb"(?:" + b"|".join(found) + rb")\b"


def _any_of(words: Sequence[bytes], depth: int) -> bytes:
    """A pattern for any of some sorted words. What they begin with alike is tried once: thousands cost as much as a few."""
    found = []
    for _, group in groupby(words, key=lambda word: word[:1]):
        alike = list(group)
        start = _alike(alike[0], alike[-1]) if depth else b""
        if len(alike) > 1 and start:
            found.append(re.escape(start) + _any_of([word[len(start) :] for word in alike], depth - 1))
        else:
            found += map(re.escape, alike)
    return rb"(?:" + b"|".join(found) + rb")"


def _alike(first: bytes, last: bytes) -> bytes:
    """What both begin with, and so does all that is sorted between them."""
    return bytes(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))


def _naming_seeds(seeds: Iterable[str], homes: Iterable[str]) -> Iterator[re.Pattern[bytes]]:
    """What shows that a file may make a recurrent layer: a name of one, or of its package where it is computed or renamed.

    One pattern for each, as one for all would be searched for slower.
    """
    yield re.compile(_alternatives(seeds))
    home = rb"(?:" + b"|".join(home.encode() for home in sorted(homes)) + rb")\b"
    yield re.compile(rb"getattr\(\s*(?:\w+\.)*" + home)
    yield re.compile(rb"import_module(?:[ \t]+as[ \t]|\(\s*[\"'](?:\w+\.)*" + home + rb")")
    yield re.compile(rb"eval\(\s*f?[\"'](?:\w+\.)*" + home)
    yield re.compile(home + rb"[ \t]+as[ \t]+(?!" + home + rb")")


def _mentioning(names: Iterable[str]) -> re.Pattern[bytes]:
    """What shows that a file may mean one of the names: a distinct one anywhere, any other where it is imported."""
    distinct = {name for name in names if _is_distinct(name)}
    found = [_alternatives(distinct)] if distinct else []
    if plain := set(names) - distinct:
        found.append(rb"\bimport\b(?:[ \t]*\([^)]*|[^(\n]*)" + _alternatives(plain))
    return re.compile(b"|".join(found) or rb"(?!)")


def _is_distinct(name: str) -> bool:
    """Whether a name is worth searching all files for: that of a class, a constant or a function, not of a variable."""
    return name != name.lower() or "_" in name.strip("_")


class Relevance:
    """The definitions that can touch a recurrent layer, found by growing from those that name one.

    ``seeds`` are the names of recurrent classes, ``homes`` those of the packages they live in: a name computed at run
    time (``getattr(nn, kind)``) may be any of them. A file is parsed only when its bytes mention one. ``layer_words`` are
    the names that bases of layers have. ``sites`` are the calls of what is called like a definition, ``outside`` the
    names of methods that are called on objects, both in the files that were ``read``. Of these the project then holds the
    outlines only: it is not to be used for interpretation.
    """

    def __init__(
        self,
        project: Project,
        files: SearchedFiles,
        seeds: frozenset[str],
        homes: frozenset[str],
        layer_words: frozenset[str],
    ) -> None:
        self._project = project
        self._homes = homes
        self._files = files
        self._seeds = seeds
        self._sight = Sight(project, files)
        self._parsed: dict[str, list[Mention]] = {}
        self._aliases: dict[str, list[tuple[str, str]]] = {}
        self._resolved: dict[Key, Key | None] = {}  # as far as the files that are parsed tell
        self._called: dict[str, frozenset[str]] = {}
        self._keeping: set[Key] = set()  # carriers that only keep what registers itself with them
        self._filled: dict[Key, set[Key]] = {}  # by decorators: the carriers that they put what they decorate into
        self._bases: dict[Key, list[tuple[Module, t.ClassDef]]] = {}
        self.outside: set[str] = set()
        self.definitions: dict[tuple[str, str], Definition] = {}
        self._grow(seeds, layer_words)
        self._keep_models(seeds, layer_words)
        self.sites = self._find_sites()

    @property
    def read(self) -> Collection[str]:
        """The paths of the files whose trees were looked through."""
        return self._parsed.keys()

    def _grow(self, seeds: frozenset[str], layer_words: frozenset[str]) -> None:
        naming = set(chain.from_iterable(map(self._sight.search, _naming_seeds(seeds, self._homes))))
        self._files.hold_models(naming)
        self._read_all(naming)
        carriers: dict[Key, int] = {}
        known: dict[Key, int] | None = None
        while carriers != known:
            known, carriers = carriers, self._carriers(carriers, seeds | {COMPUTED}, layer_words)
            new: dict[str, set[str]] = {}
            for name, home in self._near(carriers) - self._near(known):
                new.setdefault(home, set()).add(name)
            found = (self._sight.search_unread(_mentioning(new[home]), home) for home in sorted(new))
            self._read_all(chain.from_iterable(found))

    def _read_all(self, paths: Iterable[str]) -> None:
        new = sorted(set(paths) - self._parsed.keys())
        self._files.prepare(new)
        for path in new:
            self._read(self._project.modules[path])

    def _carriers(
        self, carriers: Mapping[Key, int], seeds: frozenset[str], layer_words: frozenset[str]
    ) -> dict[Key, int]:
        """The carriers, and the names given by all statements that name a recurrent class or a carrier.

        Each with its distance: how many names lead from it to the nearest layer; a layer itself is at none.
        """
        found = dict(carriers)
        words = layer_words | {name for (_, name), distance in carriers.items() if distance == 0}
        names = self._nearest_by_name(carriers)
        called = {name for _, name in carriers}
        for path, table in list(self._parsed.items()):
            renamed = self._renamed(path, found, seeds)
            found |= renamed
            called.update(alias for _, alias in renamed)
            for mention in table:
                nearest = 0 if self._names_seed(mention, seeds) else self._nearest(mention, found, called, names)
                if nearest is None or nearest >= limits.MAX_NAME_DISTANCE:
                    continue
                distance = 0 if self._is_layer(mention.definition, words) else nearest + 1
                self.definitions[path, mention.definition.name] = mention.definition
                given = {(path, name): distance for name in mention.gives}
                kept = dict.fromkeys(self._registries(mention), distance + 1)
                self._keeping |= kept.keys() - found.keys()
                self._keeping -= given.keys()
                for key, far in (kept | given).items():
                    found[key] = min(far, found.get(key, far))
                    called.add(key[1])
        return found

    def _renamed(self, path: str, carriers: Mapping[Key, int], seeds: frozenset[str]) -> dict[Key, int]:
        """The other names that a file gives to what it imports, where that is a recurrent class or a carrier."""
        module, found = self._project.modules[path], {}
        for alias, real in self._aliases[path]:
            key = self._resolve(module, alias)
            if real in seeds and key == (path, alias):
                found[path, alias] = 0
            elif key is not None and key in carriers:
                found[path, alias] = carriers[key]
        return found

    def _names_seed(self, mention: Mention, seeds: frozenset[str]) -> bool:
        """Whether a statement names a recurrent class, and not a scanned definition that is called like one."""
        if mention.reaches_any(seeds):
            return True
        module = mention.definition.module
        return any(self._project.home(module, name) is None for name in mention.names & seeds)

    def _near(self, carriers: Mapping[Key, int]) -> set[tuple[str, str]]:
        """The names of those from which others may still be reached, and of their modules, each with its project."""
        near = {key: distance for key, distance in carriers.items() if distance < limits.MAX_NAME_DISTANCE}
        found = {(name, self._home(path)) for path, name in near}
        nearest = {path for (path, _), distance in near.items() if distance <= 1}
        return found.union(*({(name, self._home(path)) for name in self._called_as(path)} for path in nearest))

    def _called_as(self, path: str) -> Iterator[str]:
        """What a module, and a package that holds it, are called where they are imported: a member may be asked of them."""
        module = self._project.modules[path]
        if not module.is_package:
            yield module.name.rpartition(".")[2]
        if module.folder.package is not None:
            yield module.folder.path.rpartition("/")[2]

    def _home(self, path: str) -> str:
        return self._sight.home(self._project.modules[path])

    def _nearest_by_name(self, carriers: Mapping[Key, int]) -> dict[str, dict[str, int]]:
        """For each name that is worth searching for, the nearest of what is called so in each project."""
        found: dict[str, dict[str, int]] = {}
        for (path, name), distance in carriers.items():
            if _is_distinct(name):
                nearest, home = found.setdefault(name, {}), self._home(path)
                nearest[home] = min(distance, nearest.get(home, distance))
        return found

    def _nearest(
        self,
        mention: Mention,
        carriers: Mapping[Key, int],
        called: Set[str],
        names: Mapping[str, Mapping[str, int]],
    ) -> int | None:
        """The distance of the nearest carrier that a statement names, as a name or behind a dot; None if it names none.

        ``called`` are the names of all carriers, of which those in ``names`` are meant behind a dot, too.
        """
        if mention.lists_all:
            return None
        module = mention.definition.module
        filled = self._filled.get(_key(mention), ())
        resolved = ((name, self._resolve(module, name)) for name in mention.bound & called)
        found = [
            carriers[key]
            for name, key in resolved
            if key is not None and key in carriers and key not in filled
            if not (name in mention.heading and key in self._keeping)
        ]
        found += [carriers[key] for key in self._members(mention) if key is not None and key in carriers]
        found += [carriers[key] for key in self._makers(mention, carriers)]
        for name in mention.attributes & names.keys():
            found += [distance for home, distance in names[name].items() if self._sight.sees(module, home)]
        return min(found, default=None)

    def _with_handing_out(self, found: list[Mention], makers: set[Key]) -> set[Key]:
        """What makes layers, and what gives back what that makes: factories of factories, and classes with a method for it."""
        for _ in range(limits.MAX_HANDED_DEPTH):
            more = {_key(m) for m in found if _key(m) not in makers and self._hands_out(m, makers)}
            if not more:
                break
            makers = makers | more
        return makers

    def _hands_out(self, mention: Mention, makers: set[Key]) -> bool:
        module = mention.definition.module
        return any(name in self._seeds or self._resolve(module, name) in makers for name in mention.handed_out)

    def _tables(self, mention: Mention) -> Iterator[Key]:
        """The variables in which what a statement names, or defines, can be looked up."""
        if mention.definition.statement is not None:
            yield from self._recorders(mention)
            bound = ((key, self._project.modules[key[0]].bindings.get(key[1], ())) for key in self._registries(mention))
            yield from (key for key, by in bound if _is_variable(by))
        elif not mention.lists_all:
            yield from ((mention.definition.module.path, name) for name in mention.gives)

    def _makers(self, mention: Mention, carriers: Mapping[Key, int]) -> Iterator[Key]:
        """The classes that are no layers and may make some, of which a statement may be handed an object."""
        for name in mention.types:
            key = self._resolve(mention.definition.module, name)
            made = self.definitions.get(key) if key is not None else None
            if key is not None and made is not None and carriers.get(key, 0) > 0 and _is_class(made):
                yield key

    def _registries(self, mention: Mention) -> set[Key]:
        """Where the decorators of a definition may keep it."""
        found = self._recorders(mention)
        for home, (_, name), decorator in self._decorators(mention):
            if _keeps(home.bindings.get(name, ()), decorator):
                called = decorator.func if isinstance(decorator, t.Call) else decorator
                kept = self._keepers(home, name, is_asked=isinstance(called, t.Attribute))
                self._filled.setdefault((home.path, name), set()).update(kept)
                found |= kept
        return found

    def _decorators(self, mention: Mention) -> Iterator[tuple[Module, Key, t.Expr]]:
        """The decorators of a definition, each with the module and the name that it is read from."""
        for decorator in getattr(mention.definition.statement, "decorators", ()):
            root = first_name(decorator.func if isinstance(decorator, t.Call) else decorator)
            home = self._project.home(mention.definition.module, root)
            if home is not None and home.path not in self._parsed:
                self._read(home)
            key = self._resolve(mention.definition.module, root)
            if home is not None and key is not None and key[0] == home.path:
                yield home, key, decorator

    def _recorders(self, mention: Mention) -> set[Key]:
        """The bases of a class that may keep a record of it, in their ``__init_subclass__``."""
        statement = mention.definition.statement
        bases = self._bases_of(mention.definition.module, statement) if isinstance(statement, t.ClassDef) else ()
        return {(home.path, base.name) for home, base in bases if any(map(_records, base.body))}

    def _keepers(self, home: Module, decorator: str, is_asked: bool) -> set[Key]:
        """Where a decorator of a module may keep what it decorates: in the variables that it names.

        It may keep it itself where it is no function, or one that names itself or that is asked for its attribute.
        """
        mentions = [mention for mention in self._parsed[home.path] if decorator in mention.gives]
        named = {name for mention in mentions for name in mention.names}
        kept = {name for name in named if _is_variable(home.bindings.get(name, ()))}
        if is_asked or decorator in named or not all(map(_is_function, mentions)):
            kept.add(decorator)
        return {(home.path, name) for name in kept}

    def _names_any(
        self,
        mention: Mention,
        words: frozenset[str],
        keys: set[Key],
        names: Mapping[str, Collection[str]],
        but: Key = ("", ""),
    ) -> bool:
        """Whether a statement names one of the words, or (as a name, or as an attribute of something) one of the keys.

        ``names`` are the names of these with their projects; ``but`` is a key that does not count.
        """
        if self._names_seed(mention, words):
            return True
        module = mention.definition.module
        for name in mention.attributes & names.keys() - {but[1]}:
            if any(self._sight.sees(module, home) for home in names[name]):
                return True
        resolved = (self._resolve(module, name) for name in mention.bound)
        return any(key in keys and key != but for key in chain(resolved, self._members(mention)))

    def _members(self, mention: Mention) -> Iterator[Key | None]:
        """The places that give a meaning to what a statement names of scanned modules, behind a dot."""
        for dotted in mention.members:
            holder, _, name = dotted.rpartition(".")
            module = self._project.module_at(mention.definition.module, holder) if holder else mention.definition.module
            if module is None or (module.path not in self._parsed and not module.is_package):
                continue
            for member in (name,) if name != ANY else self._project.names_in(module)[: limits.MAX_GLOBALS]:
                yield self._resolve(module, member)

    def _resolve(self, module: Module, name: str) -> Key | None:
        """The place in a parsed file that gives a name its meaning, through imports; None if there is none."""
        key = (module.path, name)
        if key not in self._resolved:
            self._resolved[key] = self._follow(module, name)
        return self._resolved[key]

    def _follow(self, module: Module, name: str) -> Key | None:
        for _ in range(_LONGEST_CHAIN):
            bound = module.bindings.get(name)
            if bound is None:
                stars = (self._project.find(module, s.module, s.level) for s in module.star_imports)
                found = next((m for m in stars if m is not None and name in m.bindings), None)
                if found is None:
                    return None
                module = found
                continue
            steps = imports_of(bound, name)
            step, target = self._project.first_found(module, steps) if steps else (None, None)
            if step is None or target is None:
                return module.path, name
            if target.path not in self._parsed and not target.is_package:
                return None
            name = next((real for real, alias in step.names if (alias or real) == name), name)
            module = target
        return None

    def _keep_models(self, seeds: frozenset[str], layer_words: frozenset[str]) -> None:
        """Of the definitions found, those that may be models: classes of layers, and what builds layers itself.

        A test or a trainer that uses a model through classes that are no layers shows nothing that they do not show, unless
        it names an activation itself.
        """
        found = [mention for table in self._parsed.values() for mention in table if _key(mention) in self.definitions]
        layers = self._layers(found, layer_words)
        words = seeds | {COMPUTED}
        names: dict[str, set[str]] = {}
        for path, name in layers:
            names.setdefault(name, set()).add(self._home(path))
        functions = [mention for mention in found if _is_function(mention)]
        builders = {_key(m) for m in functions if self._names_any(m, words, layers, names)}
        makers = layers | builders
        tables = {key for m in found if self._names_any(m, words, makers, names) for key in self._tables(m)}
        users = self._with_handing_out(found, makers | tables)
        fillers = {key for m in found for _, key, _ in self._decorators(m)}  # of tables, and show nothing themselves
        owners = {_key(m) for m in found if _is_class(m.definition) and self._names_any(m, words, users, names)}
        kept = set(layers)
        for mention in found:
            known = layers if _is_class(mention.definition) else users
            if mention.names_one(layer_words):
                known = users | owners
            if _key(mention) in fillers:
                known = makers
            if self._names_any(_without_own(mention), words, known, names, but=_key(mention)):
                kept.add(_key(mention))
        self.definitions = {key: value for key, value in self.definitions.items() if key in kept}
        classes = {key for key in kept if key in layers or _is_class(self.definitions[key])}
        for _ in range(limits.MAX_HANDED_DEPTH):
            handed = dict(self._handed(classes, layer_words))
            self.definitions |= handed
            classes |= {key for key, definition in handed.items() if _is_class(definition)}

    def _handed(self, classes: set[Key], layer_words: frozenset[str]) -> Iterator[tuple[Key, Definition]]:
        """The definitions that may be handed one of some classes, by an annotation, and name a layer or an activation themselves.

        The classes are layers, or make some.
        """
        for mention in chain.from_iterable(self._parsed.values()):
            module = mention.definition.module
            is_handed = any(self._resolve(module, name) in classes for name in mention.types)
            if is_handed and mention.names_one(layer_words):
                yield _key(mention), mention.definition

    def _layers(self, found: list[Mention], layer_words: frozenset[str]) -> set[Key]:
        """The classes that look like layers, also by the name of a base that does."""
        layers: set[Key] = set()
        words: frozenset[str] = layer_words
        for _ in range(_LONGEST_CHAIN):
            more = {_key(m) for m in found if self._is_layer(m.definition, words)}
            if more <= layers:
                break
            layers |= more
            words |= {name for _, name in more}
        return layers

    def _is_layer(self, definition: Definition, words: frozenset[str]) -> bool:
        """Whether it is a class that looks like a layer, by itself or by a base that does, wherever that is."""
        statement = definition.statement
        if not isinstance(statement, t.ClassDef):
            return False
        if _looks_like_layer(statement, words):
            return True
        return any(_looks_like_layer(base, words) for _, base in self._bases_of(definition.module, statement))

    def _bases_of(self, module: Module, cls: t.ClassDef) -> list[tuple[Module, t.ClassDef]]:
        """The scanned classes that a class is derived from, at any distance, each with its module."""
        key = (module.path, cls.name)
        if key not in self._bases:
            self._bases[key] = self._find_bases(module, cls)
        return self._bases[key]

    def _find_bases(self, module: Module, cls: t.ClassDef) -> list[tuple[Module, t.ClassDef]]:
        found: list[tuple[Module, t.ClassDef]] = []
        waiting = [(module, cls)]
        while waiting and len(found) < _LONGEST_CHAIN:
            module, cls = waiting.pop()
            for base in cls.bases:
                home = self._project.home(module, first_name(base.value))
                bound = home.bindings.get(last_name(base.value), ()) if home is not None else ()
                classes = [(home, s) for s in bound if home is not None and isinstance(s, t.ClassDef)]
                waiting += classes
                found += classes
        return found

    def _libraries(self, module: Module) -> dict[str, str]:
        """The names that a module gives to what is not scanned, each with the name that it has there."""
        found: dict[str, str] = {}
        for statement in flat(module.tree.body):
            if isinstance(statement, t.Import):
                for dotted, alias in statement.names:
                    if self._project.find(module, dotted) is None:
                        found[alias or dotted.partition(".")[0]] = dotted
            elif (
                isinstance(statement, t.ImportFrom)
                and self._project.find(module, statement.module, statement.level) is None
            ):
                found.update((alias or name, name) for name, alias in statement.names)
        return found

    def constructions(self, module: Module, name: str) -> list[tuple[str, t.Call]]:
        """The calls of what a module binds to a name, each with the path of its file: those that may mean it."""
        return [(path, call) for path, call in self.sites.get(name, ()) if self._may_mean(path, call.func, module)]

    def _may_mean(self, path: str, function: t.Expr, module: Module) -> bool:
        caller = self._project.modules[path]
        if path == module.path or not isinstance(function, t.Name):
            return self._sight.sees(caller, self._sight.home(module))
        home = self._project.home(caller, function.id)
        others = home.bindings.get(function.id, ()) if home is not None else ()
        return home is module or not any(isinstance(s, t.ClassDef | t.FunctionDef) for s in others)

    def _read(self, module: Module) -> None:
        self._resolved.clear()
        whole = self._project.whole(module)
        self._sight.read(module, whole)
        imports = [s for s in flat(module.tree.body) if isinstance(s, t.ImportFrom)]
        self._aliases[module.path] = [
            (alias, real) for s in imports for real, alias in s.names if alias not in (None, real)
        ]
        self._parsed[module.path] = list(mentions_of(module, whole, self._libraries(module), self._homes))
        calls = list(calls_in(whole.body))
        self._called[module.path] = frozenset(intern(last_name(call.func)) for call in calls)
        methods = (call.func for call in calls if isinstance(call.func, t.Attribute))
        self.outside.update(intern(method.name) for method in methods if not _is_self(method.value))

    def _find_sites(self) -> dict[str, list[tuple[str, t.Call]]]:
        """The calls of what is called like one of the definitions, by that name."""
        wanted = {name for _, name in self.definitions if name}
        found: dict[str, list[tuple[str, t.Call]]] = {}
        for path, called in self._called.items():
            if not wanted.isdisjoint(called):
                for call in calls_in(self._project.whole(self._project.modules[path]).body):
                    if last_name(call.func) in wanted:
                        found.setdefault(last_name(call.func), []).append((path, call))
        return found


_LONGEST_CHAIN = 16
Key: TypeAlias = "tuple[str, str]"


def _key(mention: Mention) -> tuple[str, str]:
    return mention.definition.module.path, mention.definition.name


def _is_function(mention: Mention) -> bool:
    return isinstance(mention.definition.statement, t.FunctionDef)


def _without_own(mention: Mention) -> Mention:
    """The mention without what it looks up in its own module: of a function, that shows nothing of any one thing there."""
    return mention._replace(members=mention.members - {ANY}) if _is_function(mention) else mention


def _is_class(definition: Definition) -> bool:
    return isinstance(definition.statement, t.ClassDef)


def _keeps(bound: Sequence[t.Stmt], decorator: t.Expr) -> bool:
    """Whether what a decorator is read from may be the registry: of a class that only inherits its ``register``, a base is.

    A name that is only imported stands for a whole module, which most files of a project may import, too.
    """
    if bound and all(isinstance(s, t.Import) for s in bound):
        return False
    used = {node.name for node in walk(decorator) if isinstance(node, t.Attribute)}
    own = [
        {s.name for s in found.body if isinstance(s, t.FunctionDef)} for found in bound if isinstance(found, t.ClassDef)
    ]
    return not own or any(not used.isdisjoint(names) for names in own)


def _is_variable(bound: Sequence[t.Stmt]) -> bool:
    defined = t.FunctionDef | t.ClassDef | t.Import | t.ImportFrom
    return bool(bound) and not any(isinstance(s, defined) for s in bound)


def _has(statement: t.ClassDef, method: str) -> bool:
    return any(isinstance(s, t.FunctionDef) and s.name == method for s in statement.body)


def _records(statement: t.Stmt) -> bool:
    """Whether it is an ``__init_subclass__`` that puts the class somewhere, and does not only look at or into it."""
    if not (isinstance(statement, t.FunctionDef) and statement.name == "__init_subclass__" and statement.params):
        return False
    given = statement.params[0].name
    return any(isinstance(x, t.Name) and x.id == given for s in statements_in(statement.body) for x in _put_away(s))


def _put_away(statement: object) -> Iterator[object]:
    """What a statement assigns, or hands to a call whose value nobody wants, as it is or inside of a table."""
    waiting: list[object] = []
    if isinstance(statement, t.Assign | t.AugAssign):
        waiting.append(statement.value)
    elif isinstance(statement, t.ExprStmt) and isinstance(statement.value, t.Call):
        call = statement.value
        waiting += [x.value for x in call.args[last_name(call.func) in ("setattr", "delattr") :]]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, t.Display):
            waiting += node.items
        elif isinstance(node, t.DictDisplay):
            waiting += [value for _, value in node.items]


def _looks_like_layer(statement: t.ClassDef, layer_words: frozenset[str]) -> bool:
    """Whether a class has a ``forward``, or a base whose name is that of a layer."""
    return _has(statement, "forward") or any(last_name(base.value) in layer_words for base in statement.bases)


def _is_self(node: t.Expr) -> bool:
    """Whether a receiver is the object itself: ``self``, ``cls`` or ``super()``."""
    if isinstance(node, t.Call):
        return last_name(node.func) == "super"
    return isinstance(node, t.Name) and node.id in ("self", "cls")
