"""The catalog: its questions, its conventions, its complaints, and that what it says of torch is true of torch."""

from __future__ import annotations

import builtins
import importlib
import importlib.util
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import staticrelu.catalog.folder as folder_module
import staticrelu.catalog.loader as loader_module
from staticrelu.catalog import Catalog, CatalogError, Choice, Entry, load, rules_folder
from staticrelu.catalog.nodes import MAX_RULE_BYTES

CATALOG = load()
SIX = ["RNN", "LSTM", "GRU", "RNNCell", "LSTMCell", "GRUCell"]


def entry(name: str, catalog: Catalog = CATALOG) -> Entry:
    found = catalog.entry(name)
    assert found is not None, name
    return found


def method(name: str) -> Entry:
    found = CATALOG.method(name)
    assert found is not None, name
    return found


def write(folder: Path, text: str, name: str = "house.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("torch.nn.modules.rnn.LSTM", "torch.nn.LSTM"),
        ("torch.nn.modules.LSTM", "torch.nn.LSTM"),
        ("torch.nn.modules.activation.ReLU", "torch.nn.ReLU"),
        ("torch.nn.modules.batchnorm._BatchNorm", "torch.nn.modules.batchnorm._BatchNorm"),
        ("torch.nn.quantized.dynamic.LSTM", "torch.ao.nn.quantized.dynamic.LSTM"),
        ("torch.nn.parameter.Parameter", "torch.nn.Parameter"),
        ("lightning.pytorch.LightningModule", "pytorch_lightning.LightningModule"),
        ("lightning.LightningModule", "pytorch_lightning.LightningModule"),
        ("lightning.pytorch.core.module.LightningModule", "pytorch_lightning.LightningModule"),
        ("torch.distributions.categorical.Categorical", "torch.distributions.Categorical"),
        ("torchvision.models.resnet.resnet18", "torchvision.models.resnet18"),
        ("torch.nn.modulesque.LSTM", "torch.nn.modulesque.LSTM"),
        ("mine.torch.nn.LSTM", "mine.torch.nn.LSTM"),
        ("", ""),
    ],
)
def test_spellings_have_one_canonical_name(name: str, canonical: str) -> None:
    assert CATALOG.canonical(name) == canonical


def test_aliases_in_a_circle_end(tmp_path: Path) -> None:
    catalog = load([write(tmp_path, "aliases: {a.b: [a.c], a.c: [a.b]}\n")])
    assert catalog.canonical("a.b.X") in {"a.b.X", "a.c.X"}


def test_bases_in_a_circle_end(tmp_path: Path) -> None:
    text = "entries: [{kind: class, base: a.Y, names: [a.X]}, {kind: class, base: a.X, names: [a.Y]}]\n"
    assert set(load([write(tmp_path, text)]).bases("a.X")) == {"a.X", "a.Y"}


def test_recurrent_names_are_the_words_to_search_for() -> None:
    assert set(SIX) < CATALOG.recurrent_names()
    assert {"RNNBase", "RNNCellBase", "SRU"} < CATALOG.recurrent_names()
    assert not any("." in name for name in CATALOG.recurrent_names())


@pytest.mark.parametrize("name", SIX)
def test_the_six_are_recurrent_layers(name: str) -> None:
    found = entry(f"torch.nn.{name}")
    assert found.recurrent
    assert found.kind == "module"
    assert CATALOG.bases(found.name)[-1] == "torch.nn.Module"
    assert found.inputs == ("input", "hx")


@pytest.mark.parametrize(
    ("name", "returns"),
    [
        ("torch.nn.LSTM", ("output", ("h_n", "c_n"))),
        ("torch.nn.GRU", ("output", "h_n")),
        ("torch.nn.LSTMCell", ("h", "c")),
        ("torch.nn.GRUCell", ""),
        ("torch.nn.MultiheadAttention", ("attn_output", "attn_weights")),
        ("torch.nn.utils.rnn.pad_packed_sequence", ("sequence", "plain")),
        ("torch.nn.utils.rnn.pack_padded_sequence", ""),
    ],
)
def test_results_with_parts_say_so(name: str, returns: object) -> None:
    assert entry(name).returns == returns


def test_the_nonlinearity_inside_is_chosen_by_an_argument() -> None:
    rnn, base = entry("torch.nn.RNN"), entry("torch.nn.RNNBase")
    assert rnn.inside == Choice(default="tanh", parameter="nonlinearity")
    assert rnn.parameters.index("nonlinearity") == 3
    assert entry("torch.nn.RNNCell").parameters.index("nonlinearity") == 3
    assert base.inside is not None
    assert [base.inside.kind_of(mode) for mode in ("RNN_RELU", "RNN_TANH", "LSTM")] == ["relu", "tanh", ""]
    assert entry("torch.nn.LSTM").inside is None


@pytest.mark.parametrize(
    ("name", "kind", "parameter"),
    [
        ("torch.relu", "relu", ""),
        ("torch.nn.functional.relu", "relu", ""),
        ("torch.nn.ReLU", "relu", ""),
        ("torch.nn.ReLU6", "relu6", ""),
        ("torch.nn.LeakyReLU", "leaky_relu", ""),
        ("torch.nn.intrinsic.LinearReLU", "relu", ""),
        ("torch.nn.TransformerEncoderLayer", "relu", "activation"),
        ("torchvision.ops.MLP", "relu", "activation_layer"),
        ("torchvision.models.resnet50", "relu", ""),
        ("torchvision.models.mobilenet_v2", "relu6", ""),
    ],
)
def test_activations_have_kinds(name: str, kind: str, parameter: str) -> None:
    assert entry(name).activation == Choice(default=kind, parameter=parameter)


def test_a_parameter_called_inplace_is_known_as_such() -> None:
    assert entry("torch.nn.ReLU").inplace == "inplace"
    assert entry("torch.nn.functional.relu").parameters == ("input", "inplace")
    assert entry("torch.relu").inplace == ""


def test_names_with_an_underscore_write_their_first_argument() -> None:
    for found, first in [
        (entry("torch.relu_"), "input"),
        (method("relu_"), "self"),
        (method("never_heard_of_"), "self"),
    ]:
        assert (found.result, found.of, found.writes, found.whole) == ("same", first, (first,), False)
    for name in ("__init__", "_private_", "dim", "_"):
        known = CATALOG.method(name)
        assert known is None or known.writes == ()


def test_whole_writes_forget_and_may_read() -> None:
    assert (method("zero_").whole, method("zero_").reads) == (True, ())
    assert (method("copy_").whole, method("copy_").reads) == (True, ("src",))
    assert not method("add_").whole
    assert method("requires_grad_").writes == ()


def test_functions_write_out_unless_they_say_otherwise() -> None:
    assert (entry("torch.clamp").writes, entry("torch.clamp").whole) == (("out",), True)
    package = CATALOG.package("torch.matmul")
    assert package is not None
    assert package.function.writes == ("out",)
    assert entry("torch.relu_").writes == ("input",)


def test_methods_tell_values_from_numbers() -> None:
    assert {
        method(name).result for name in ("size", "dim", "item", "tolist", "numel", "shape", "batch_sizes", "grad")
    } == {"plain"}
    assert method("new_zeros").result == "fresh"
    assert method("type_as").reads is None or method("type_as").result == "same"
    assert method("view_as").reads == ("self",)
    assert method("data").view
    assert method("sample").result == "passes"
    assert CATALOG.method("brew_coffee") is None


def test_methods_under_their_dotted_name() -> None:
    assert entry("torch.Tensor.relu") is method("relu")
    assert CATALOG.member("torch.FloatTensor", "size") is method("size")


def test_members_come_from_the_nearest_base() -> None:
    for name in ("to", "cuda", "eval", "train", "half", "float"):
        found = CATALOG.member("torch.nn.LSTM", name)
        assert found is not None
        assert (found.result, found.of) == ("same", "self")
    hook = CATALOG.member("pytorch_lightning.LightningModule", "register_forward_hook")
    assert hook is not None
    assert hook.does == "hook"
    assert CATALOG.member("torch.nn.LSTM", "no_such") is None
    assert CATALOG.member("nobody.Knows", "to") is None


@pytest.mark.parametrize(
    ("name", "package", "result"),
    [
        ("torch.matmul", "torch", "passes"),
        ("torch.cuda.is_available", "torch.cuda", "plain"),
        ("torch.nn.init.xavier_uniform_", "torch.nn.init", "same"),
        ("torch.utils.data.DataLoader", "torch.utils.data", "fresh"),
        ("os.path.join", "os", "plain"),
        ("math.sqrt", "math", "plain"),
        ("numpy.concatenate", "numpy", "passes"),
        ("collections.deque", "collections", "passes"),
        ("einops.rearrange", "einops", "passes"),
    ],
)
def test_packages_speak_for_what_is_not_listed(name: str, package: str, result: str) -> None:
    found = CATALOG.package(name)
    assert found is not None
    assert (found.name, found.function.result) == (package, result)


def test_what_nobody_knows_is_absent() -> None:
    assert CATALOG.entry("inhouse.Layer") is None
    assert CATALOG.package("inhouse.Layer") is None
    assert CATALOG.package("torchnot.matmul") is None


def test_layers_are_told_from_functions() -> None:
    names = ["torch.nn", "torchaudio", "torch"]
    assert [package.layers for name in names if (package := CATALOG.package(name))] == [True, True, False]


def test_lookup_tables() -> None:
    table = entry("transformers.activations.ACT2FN").table
    assert entry(table["relu"]).activation == Choice(default="relu")
    assert entry(table["gelu_new"]).activation == Choice(default="gelu")


# --- the data agrees with itself -------------------------------------------------------------------------------------


def all_entries() -> list[Entry]:
    return [entry(name) for name in sorted(CATALOG.names())]


def contradictions(found: Entry) -> Iterator[str]:
    known = {*found.parameters, *found.inputs, "self", "out"}
    if not {found.of, *found.writes, *(found.reads or ())} - {""} <= known:
        yield "names a parameter that it does not list"
    if not all(
        choice is None or choice.parameter in ("", *found.parameters) for choice in (found.activation, found.inside)
    ):
        yield "chooses by a parameter that it does not list"
    if found.base and CATALOG.entry(found.base) is None:
        yield "has an unknown base"
    if (found.inputs or found.recurrent) and found.kind != "module":
        yield "is no module, but says what only one can"
    if found.container and found.kind not in ("module", "class"):
        yield "is no class, but says what only one can"
    if (found.result in ("same", "calls")) != bool(found.of):
        yield "does not say which object it gives back or calls, or says it without need"
    if bool(found.table) != (found.kind == "table") or not all(
        CATALOG.entry(target) for target in found.table.values()
    ):
        yield "is an incomplete table"
    if CATALOG.canonical(found.name) != found.name:
        yield "is listed under a name that is an alias"


def test_entries_agree_with_themselves() -> None:
    everything = [*all_entries(), *(method(name) for name in sorted(CATALOG.method_names()))]
    assert [(found.name, said) for found in everything for said in contradictions(found)] == []


def test_every_module_ends_in_the_base_of_all() -> None:
    assert {CATALOG.bases(found.name)[-1] for found in all_entries() if found.kind == "module"} == {"torch.nn.Module"}


def test_no_name_is_listed_in_two_files() -> None:
    listed: dict[str, Path] = {}
    for path in sorted(rules_folder("catalog").glob("*.yaml")):
        draft = loader_module._Draft()
        loader_module._File(loader_module.Reader(path), draft).read()
        for name in draft.entries:
            assert name not in listed, f"{name} is in {listed.get(name)} and {path}"
            listed[name] = path


def test_the_standard_library_is_covered() -> None:
    absent = {"antigravity", "this", "idlelib", "lib2to3", "turtledemo", "ensurepip", "__main__", "msilib", "nt"}
    public = {name for name in sys.stdlib_module_names if not name.startswith("_")} - absent
    rare = {name for name in public if CATALOG.package(name) is None}
    assert rare <= {
        *(
            "aifc",
            "asynchat",
            "asyncore",
            "audioop",
            "cgi",
            "cgitb",
            "chunk",
            "codeop",
            "compileall",
            "crypt",
            "imghdr",
        ),
        *(
            "mailcap",
            "msvcrt",
            "nis",
            "nntplib",
            "nntplib",
            "nturl2path",
            "ntpath",
            "ossaudiodev",
            "genericpath",
            "pipes",
        ),
        *(
            "pydoc_data",
            "pyexpat",
            "smtpd",
            "sndhdr",
            "spwd",
            "sre_compile",
            "sre_constants",
            "sre_parse",
            "sunau",
            "tabnanny",
        ),
        *("telnetlib", "uu", "xdrlib", "annotationlib", "compression", "pathlib", "string"),
    }


def test_what_is_said_of_python_exists() -> None:
    for name in CATALOG.names():
        head, _, last = name.rpartition(".")
        if head == "builtins":
            assert hasattr(builtins, last), name
        elif head in {"copy", "typing", "abc", "contextlib", "dataclasses", "functools", "random", "weakref", "pickle"}:
            assert last == "deprecated" or hasattr(importlib.import_module(head), last), name


# --- catalogs of one's own -------------------------------------------------------------------------------------------

HOUSE = """\
entries:
  - kind: module
    base: torch.nn.LSTM
    recurrent: true
    returns: [output, [h_n, c_n]]
    names: [inhouse.layers.FastLSTM]
  - in: inhouse.ops
    activations:
      relu: [fast_relu(x)]
packages:
  - {layers: true, names: [inhouse]}
aliases:
  inhouse.layers: [inhouse.layers.impl]
"""


def test_a_house_catalog_takes_a_few_lines(tmp_path: Path) -> None:
    catalog = load([write(tmp_path, HOUSE)])
    assert entry("inhouse.layers.impl.FastLSTM", catalog).recurrent
    assert "FastLSTM" in catalog.recurrent_names()
    assert entry("inhouse.ops.fast_relu", catalog).activation == Choice(default="relu")
    assert catalog.package("inhouse.anything") is not None
    assert CATALOG.package("inhouse.anything") is None


def test_later_catalogs_win(tmp_path: Path) -> None:
    write(tmp_path, "entries: [{result: plain, names: [torch.relu]}]\n", "b.yaml")
    write(tmp_path, "entries: [{result: fresh, names: [torch.relu]}]\n", "a.yaml")
    assert entry("torch.relu", load([tmp_path])).result == "plain"


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("", 1, 1, "the file is empty"),
        ("- a\n", 1, 1, "expected a catalog, as a mapping"),
        ("entrys: []\n", 1, 1, "expected one of aliases, entries, methods, packages, not `entrys`"),
        ("entries: {}\n", 1, 10, "expected groups of names, as a list"),
        ("entries:\n  - kind: modul\n    names: [a.B]\n", 2, 11, "not `modul`"),
        ("entries:\n  - kinds: module\n    names: [a.B]\n", 2, 5, "not `kinds`"),
        ("entries:\n  - kind: module\n", 2, 5, "expected `names` or `activations`"),
        ("entries:\n  - names: [a.B, a.B]\n", 2, 18, "expected each entry once in a file, but `a.B` is already there"),
        ("entries:\n  - names: [a.B(]\n", 2, 13, "expected a name, or name(parameter, parameter)"),
        ("entries:\n  - names: ['']\n", 2, 13, "expected a name"),
        ("entries:\n  - recurrent: yes please\n    names: [a.B]\n", 2, 16, "expected true or false"),
        ("entries:\n  - returns: " + "[" * 40 + "]" * 40, 2, 26, "at most 16 levels"),
        ("entries:\n  - activation: {parmeter: x}\n    names: [a.B]\n", 2, 18, "not `parmeter`"),
        ("entries:\n  - {layers: true, names: [a.B]}\n", 2, 6, "not `layers`"),
        ("entries:\n  - result: plain\n    result: fresh\n    names: [a]\n", 3, 5, "`result` is given twice"),
        ("entries:\n  - result: same\n    names: [a.b]\n", 3, 13, "expected `of` beside `result: same`"),
        ("aliases: {a: b}\n", 1, 14, "expected other spellings, as a list"),
        ("entries:\n  - names: &x [a.B]\n  - names: *x\n", 2, 12, "expected no anchor"),
        ("entries: [\n", 2, 1, "expected YAML"),
        ("entries: []\n---\nentries: []\n", 3, 1, "expected one document"),
        ("entries: !!python/object/apply:os.system [true]\n", 1, 10, "expected no tag"),
        ("a: \x07\n", 1, 1, "expected YAML"),
    ],
)
def test_mistakes_are_shown_with_their_place(tmp_path: Path, text: str, line: int, column: int, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(CatalogError) as caught:
        load([path])
    assert (caught.value.path, caught.value.line, caught.value.column) == (str(path), line, column)
    assert message in caught.value.message
    assert str(caught.value) == f"{path}:{line}:{column}: {caught.value.message}"


def test_an_alias_bomb_is_refused_at_once(tmp_path: Path) -> None:
    bomb = "entries:\n- names: &a0 [x]\n" + "".join(f"- names: &a{i} [{f'*a{i - 1}, ' * 9}]\n" for i in range(1, 30))
    with pytest.raises(CatalogError, match="expected no anchor"):
        load([write(tmp_path, bomb)])


def test_an_alias_of_itself_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogError):
        load([write(tmp_path, "entries: [{returns: &a [*a], names: [x]}]\n")])


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "a" * (MAX_RULE_BYTES + 1)])
def test_depth_and_size_are_bounded(tmp_path: Path, text: str) -> None:
    with pytest.raises(CatalogError):
        load([write(tmp_path, text)])


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="cannot be read"):
        load([tmp_path / "absent.yaml"])
    path = tmp_path / "latin.yaml"
    path.write_bytes(b"entries: [\xe9]")
    with pytest.raises(CatalogError, match="UTF-8"):
        load([path])


def test_rules_are_found_in_a_wheel_before_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "staticrelu"
    monkeypatch.setattr(folder_module, "__file__", str(package / "catalog" / "folder.py"))
    with pytest.raises(CatalogError, match="installation is incomplete"):
        rules_folder("catalog")
    beside, inside = tmp_path / "rules" / "catalog", package / "rules" / "catalog"
    beside.mkdir(parents=True)
    assert rules_folder("catalog") == beside
    inside.mkdir(parents=True)
    assert rules_folder("catalog") == inside


# --- what is said of torch is true of torch --------------------------------------------------------------------------

HAS_TORCH = importlib.util.find_spec("torch") is not None
needs_torch = pytest.mark.skipif(
    not HAS_TORCH, reason="torch is not installed; where it is, the catalog is checked against it"
)
OF_TORCH = [found for found in all_entries() if found.name.startswith("torch.")]
INSTANCE_ONLY = {"torch.nn.Module.training"}
NO_OPERATIONS = {
    *("DType", "ScalingType", "SwizzleType", "Tensor", "Callable"),  # types
    *("assert_int_or_pair", "boolean_dispatch", "handle_torch_function", "has_torch_function"),  # how torch is built
    *("has_torch_function_unary", "has_torch_function_variadic"),
}
NO_ACTIVATION = {"MultiheadAttention"}  # stands among torch's activations and is none


def real(name: str) -> Any:
    """The object that a dotted name stands for."""
    parts = name.split(".")
    thing: Any = importlib.import_module(parts[0])
    for end, part in enumerate(parts[1:], 2):
        if not hasattr(thing, part):
            importlib.import_module(".".join(parts[:end]))
        thing = getattr(thing, part)
    return thing


def real_parameters(thing: Any) -> tuple[list[str], bool] | None:
    """Names of parameters, and whether any further keyword is taken; None where nobody can tell."""
    if isinstance(thing, type):
        thing = thing.__init__ if thing.__new__ is object.__new__ else thing.__new__
    try:
        parameters = list(inspect.signature(thing).parameters.values())
    except (ValueError, TypeError):
        return None
    first = 1 if parameters and parameters[0].name in ("self", "cls", "_cls") else 0
    star, rest = inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD
    names = [f"*{p.name}" if p.kind is star else p.name for p in parameters[first:] if p.kind is not rest]
    return names, any(p.kind is rest for p in parameters)


def agrees(given: tuple[str, ...], described: tuple[list[str], bool] | None) -> bool:
    if described is None or not given or described[0][:1] in (["*args"], ["*input"], ["*inputs"]):
        return True
    names, rest = described
    return list(given) == names[: len(given)] or (rest and list(given[: len(names)]) == names)


@needs_torch
def test_names_of_torch_exist() -> None:
    def exists(name: str) -> bool:
        try:
            return real(name) is not None
        except (ImportError, AttributeError):
            return False

    assert [found.name for found in OF_TORCH if found.name not in INSTANCE_ONLY and not exists(found.name)] == []


@needs_torch
def test_classes_have_the_bases_of_torch() -> None:
    """The nearest listed base, save for fused and quantized layers, whose calls are not those of their bases."""
    wrong = []
    classes = [
        found for found in OF_TORCH if found.kind == "module" and found.base and isinstance(real(found.name), type)
    ]
    for found in classes:
        names = [CATALOG.canonical(f"{base.__module__}.{base.__qualname__}") for base in real(found.name).__mro__[1:]]
        listed = [name for name in names if name in CATALOG.names()]
        if found.base not in (listed if "torch.ao." in found.name else listed[:1]):
            wrong.append((found.name, found.base, listed))
    assert wrong == []


@needs_torch
def test_parameters_are_those_of_torch() -> None:
    named = [
        (found.name, found.parameters, real_parameters(real(found.name))) for found in OF_TORCH if found.parameters
    ]
    assert [item for item in named if not agrees(*item[1:])] == []
    called = [
        (found.name, found.inputs, real_parameters(real(found.name).forward)) for found in OF_TORCH if found.inputs
    ]
    assert [item for item in called if not agrees(*item[1:])] == []


@needs_torch
def test_every_layer_of_torch_is_listed() -> None:
    import torch

    for name in dir(torch.nn):
        thing = getattr(torch.nn, name)
        if isinstance(thing, type) and issubclass(thing, torch.nn.Module):
            found = entry(f"torch.nn.{name}")
            assert found.kind == "module"
            if thing.__module__ == "torch.nn.modules.activation" and name not in NO_ACTIVATION:
                assert found.activation is not None, name
                assert ("inplace" in inspect.signature(thing).parameters) == bool(found.inplace), name


@needs_torch
@pytest.mark.parametrize(
    "name",
    [
        *("torch.nn.functional", "torch.nn.utils.rnn", "torch.ao.nn.quantizable", "torch.ao.nn.qat"),
        *("torch.ao.nn.qat.dynamic", "torch.ao.nn.intrinsic", "torch.ao.nn.intrinsic.qat"),
        *("torch.ao.nn.intrinsic.quantized", "torch.ao.nn.intrinsic.quantized.dynamic", "torch.ao.nn.quantized"),
        *("torch.ao.nn.quantized.dynamic", "torch.ao.nn.quantized.functional", "torch.ao.nn.quantized.reference"),
    ],
)
def test_all_that_a_module_of_torch_offers_is_listed(name: str) -> None:
    module = importlib.import_module(name)
    offered = {
        word for word in getattr(module, "__all__", dir(module)) if is_offered(getattr(module, word, None), word)
    }
    assert offered - NO_OPERATIONS == {word for word in offered if f"{name}.{word}" in CATALOG.names()}


def is_offered(thing: Any, word: str) -> bool:
    """Whether a name is a function or a layer, and none of the words that describe types."""
    return callable(thing) and not word.startswith("_") and getattr(thing, "__module__", None) != "typing"


@needs_torch
def test_every_method_of_tensors_is_listed() -> None:
    import torch

    for name in dir(torch.Tensor):
        if name.startswith("_") or name in {"reinforce", "volatile"}:  # removed long ago, and kept to say so
            continue
        if name in {"indices", "values"}:  # fields of what max, sort and topk give; methods of sparse tensors alone
            assert method(name).kind == "attribute"
            continue
        assert (method(name).kind == "attribute") != callable(getattr(torch.Tensor, name, None)), name


@needs_torch
def test_every_function_of_torch_that_writes_its_first_argument_is_listed() -> None:
    import torch

    for module in (torch, torch.nn.functional):
        for name in dir(module):
            if name.endswith("_") and not name.startswith("_") and callable(getattr(module, name)):
                assert entry(f"{module.__name__}.{name}").writes, name


def call_of(name: str) -> tuple[Any, Any] | None:
    """A small tensor, and what its method of this name gives without arguments (or None where it needs more)."""
    import torch

    tensor = torch.tensor([[-1.5, 2.0], [0.5, -3.0]])
    if name not in dir(tensor) or name in {"backward", "cuda", "resize", "share_memory_"}:
        return None
    try:
        return tensor, getattr(tensor, name) if method(name).kind == "attribute" else getattr(tensor, name)()
    except Exception:  # noqa: BLE001 - arguments, another type or another device are missing
        return None


def untruths(found: Entry, tensor: Any, given: Any) -> Iterator[str]:
    import torch

    is_tensor = isinstance(given, torch.Tensor)
    if found.result == "plain" and is_tensor:
        yield "gives a tensor"
    if found.view and is_tensor and given.untyped_storage().data_ptr() != tensor.untyped_storage().data_ptr():
        yield "is no view"
    if found.result == "same" and found.writes and given is not tensor:
        yield "gives back another object"
    if found.activation and torch.equal(given, torch.tensor([[0.0, 2.0], [0.5, 0.0]])) != is_relu(found):
        yield "is another activation"


def is_relu(found: Entry) -> bool:
    return found.activation is not None and found.activation.default == "relu"


@needs_torch
def test_methods_do_what_is_said() -> None:
    calls = [(method(name), call) for name in sorted(CATALOG.method_names()) if (call := call_of(name))]
    assert len(calls) > 200
    assert [(found.name, said) for found, call in calls for said in untruths(found, *call)] == []


@needs_torch
def test_only_relu_is_relu() -> None:
    import torch

    probe = torch.tensor([[-1.5, 8.0], [0.5, -3.0]])
    seen = set()
    for found in OF_TORCH:
        decided = found.activation is not None and not (found.activation.parameter or found.activation.when)
        if not decided or found.kind not in ("function", "module"):
            continue
        try:
            call = real(found.name)
            given = (call() if found.kind == "module" else call)(probe.clone())
        except Exception:  # noqa: BLE001 - arguments are missing, or the layer is a fused one
            continue
        seen.add(found.name)
        assert (given.shape == probe.shape and torch.equal(given, probe.clamp(min=0))) == is_relu(found), found.name
    assert {"torch.relu", "torch.nn.functional.relu_", "torch.nn.ReLU", "torch.nn.ReLU6", "torch.nn.ELU"} < seen


@needs_torch
def test_layer_and_function_have_one_kind() -> None:
    import torch

    for found in OF_TORCH:
        if (
            found.activation
            and not found.activation.parameter
            and found.name.count(".") == 2
            and found.kind == "module"
        ):
            kind = found.activation.default
            function = {"log_sigmoid": "logsigmoid"}.get(kind, kind)
            assert entry(f"torch.nn.functional.{function}").activation == found.activation
            layer = real(found.name)
            code = inspect.getsource(layer.forward if "forward" in vars(layer) else layer.__mro__[1].forward)
            assert f"{function}(" in code or found.name in {"torch.nn.ReLU6", "torch.nn.Tanh", "torch.nn.Sigmoid"}
    assert torch.equal(torch.nn.ReLU6()(torch.tensor([8.0])), torch.tensor([6.0]))


@needs_torch
def test_recurrent_layers_return_what_is_said() -> None:
    import torch

    for name in SIX:
        layer = getattr(torch.nn, name)(3, 4)
        given = layer(torch.zeros(2, 3) if name.endswith("Cell") else torch.zeros(5, 2, 3))
        shape = entry(f"torch.nn.{name}").returns
        assert isinstance(given, tuple) == isinstance(shape, tuple)
        if isinstance(shape, tuple):
            assert len(given) == len(shape)
            assert isinstance(given[1], tuple) == isinstance(shape[1], tuple)


@needs_torch
def test_the_nonlinearity_is_the_fourth_argument() -> None:
    import torch

    assert torch.nn.RNN(3, 4, 1, "relu").mode == "RNN_RELU"
    assert torch.nn.RNN(3, 4).mode == "RNN_TANH"
    assert torch.nn.RNNCell(3, 4, True, "relu").nonlinearity == "relu"
    assert torch.nn.RNNBase("RNN_RELU", 3, 4).mode == "RNN_RELU"
    for name in ("LSTM", "GRU", "LSTMCell", "GRUCell"):
        with pytest.raises(TypeError, match="nonlinearity"):
            getattr(torch.nn, name)(3, 4, nonlinearity="relu")


@needs_torch
def test_positional_arguments_of_recurrent_layers() -> None:
    import torch

    values = {"input_size": 3, "hidden_size": 5, "num_layers": 2, "bias": False, "batch_first": True, "dropout": 0.25}
    for name in ("RNN", "LSTM", "GRU"):
        wanted = {**values, "bidirectional": True, "nonlinearity": "relu"}
        order = entry(f"torch.nn.{name}").parameters
        layer = getattr(torch.nn, name)(*[wanted[key] for key in order[: order.index("bidirectional") + 1]])
        assert {key: getattr(layer, key) for key in values} == values


@needs_torch
@pytest.mark.parametrize("name", ["RNN", "LSTM", "GRU"])
def test_what_nobody_gives_is_what_torch_takes(name: str) -> None:
    import torch

    layer, defaults = getattr(torch.nn, name)(3, 4), CATALOG.defaults(f"torch.nn.{name}")
    assert {key: getattr(layer, key) for key in defaults} == defaults


def shows_arguments(found: Entry) -> bool:
    """Whether a layer is said to show arguments otherwise than as they are given."""
    is_layer = found.name.startswith("torch.nn.") and found.kind == "module" and not found.recurrent
    changed = any(CATALOG.shown(found.name, name) != 0 for name in found.parameters)
    return is_layer and bool(found.parameters) and (changed or bool(CATALOG.defaults(found.name)))


@needs_torch
@pytest.mark.parametrize("found", [*filter(shows_arguments, all_entries())], ids=lambda found: found.name)
def test_layers_show_their_arguments_as_torch_does(found: Entry) -> None:
    """What has to be given, and what nobody gives: as it is, in tuples, or None."""
    given = inspect.signature(real(found.name)).parameters.values()
    wanted = {p.name: 4 for p in given if p.default is p.empty}
    layer = real(found.name)(**wanted)
    for key, value in {**CATALOG.defaults(found.name), **wanted}.items():
        times = CATALOG.shown(found.name, key)
        assert getattr(layer, key) == ((value,) * times if times else value), key
    for key in (name for name in found.parameters if CATALOG.shown(found.name, name) is None):
        assert getattr(real(found.name)(**wanted, **{key: False}), key) is None


@needs_torch
@pytest.mark.parametrize("name", ["TransformerEncoderLayer", "TransformerDecoderLayer"])
def test_transformer_layers_hide_a_relu(name: str) -> None:
    import torch

    assert getattr(torch.nn, name)(8, 2).activation is torch.nn.functional.relu
    assert getattr(torch.nn, name)(8, 2, activation="gelu").activation is torch.nn.functional.gelu


@pytest.mark.skipif(
    importlib.util.find_spec("numpy") is None,
    reason="numpy is not installed; where it is, the catalog is checked against it",
)
def test_names_of_numpy_exist() -> None:
    names = [name for name in CATALOG.names() if name.startswith("numpy.")]
    assert [name for name in names if real(name) is None] == []
