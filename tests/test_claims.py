"""PyTorch confirms what the help of the rules says about it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

if importlib.util.find_spec("torch") is None:
    pytest.skip("the claims need PyTorch: install the test extra `judge`", allow_module_level=True)

import torch
import torch.nn.functional as F
from torch import nn

from checked import rule

pytestmark = pytest.mark.filterwarnings("ignore")
X = torch.randn(5, 2, 3)


def net(program: str, *arguments: Any) -> nn.Module:
    """The model of a rule's program."""
    names: dict[str, Any] = {}
    exec(program, names)
    made: nn.Module = names["Net"](*arguments)
    return made


def bad(code: str) -> str:
    return rule(code).help.bad


def good(code: str) -> str:
    return rule(code).help.good


@pytest.mark.parametrize(
    "code", ["SR101", "SR102", "SR104", "SR105", "SR107", "SR108", "SR109", "SR110", "SR111", "SR112"]
)
def test_the_programs_run(code: str) -> None:
    net(bad(code))(X)
    net(good(code))(X)


def test_the_programs_with_a_state_or_a_head_run() -> None:
    state = torch.zeros(2, 4)
    net(bad("SR103"))(X, state)
    net(good("SR103"))(X, state)
    net(bad("SR114"), lambda out: out[0] if isinstance(out, tuple) else out)(X)
    net(good("SR114"))(X)
    net(good("SR113"))(X)


def test_sr102_half_of_an_output_and_its_gradient_are_lost() -> None:
    for layer in (nn.RNN(3, 64), nn.LSTM(3, 64), nn.GRU(3, 64)):
        out, _ = layer(X)
        assert out.abs().max() < 1
        out.retain_grad()
        torch.relu(out).sum().backward()
        assert out.grad is not None
        assert bool((out < 0).any())
        assert torch.equal(out.grad == 0, out <= 0)


def test_sr105_a_relu_recurrence_has_no_bound_and_print_does_not_show_it() -> None:
    relu, tanh = nn.RNN(3, 4, nonlinearity="relu"), nn.RNN(3, 4)
    assert repr(relu) == repr(tanh)
    with torch.no_grad():
        relu.weight_hh_l0.copy_(1.5 * torch.eye(4))
        relu.weight_ih_l0.fill_(1.0)
    assert relu(torch.ones(100, 1, 3))[0].max() > 1e10


@pytest.mark.parametrize("layer", [nn.LSTM, nn.GRU, nn.LSTMCell, nn.GRUCell])
def test_sr106_only_plain_recurrent_layers_take_a_nonlinearity(layer: type[nn.Module]) -> None:
    with pytest.raises(TypeError, match="nonlinearity"):
        layer(3, 4, nonlinearity="relu")
    with pytest.raises(TypeError, match="nonlinearity"):
        net(bad("SR106"))


def test_sr107_a_relu_leaves_what_it_is_given() -> None:
    before = torch.randn(7)
    after = before.clone()
    torch.relu(after)
    assert torch.equal(before, after)


def test_sr109_what_lies_between_keeps_a_second_relu_without_effect() -> None:
    y = torch.relu(torch.randn(4, 6, 8))
    between = [
        F.dropout(y, 0.5),
        y.reshape(4, -1),
        F.max_pool1d(y, 2),
        F.avg_pool1d(y, 2),
        y.mean(1),
        y[:, -1],
        y.sum(0),
    ]
    between += [torch.cat([y, y]), torch.stack([y, y]), F.pad(y, (1, 1)), y.amax(1), y.flip(0)]
    between += [F.lp_pool1d(y, 2.0, 2), F.max_pool1d_with_indices(y, 2)[0], F.pixel_shuffle(y.reshape(4, 4, 6, 2), 2)]
    between += [nn.ZeroPad1d(1)(y), nn.ReflectionPad1d(1)(y), F.unfold(y.reshape(4, 2, 6, 4), 2)]
    assert all(torch.equal(torch.relu(z), z) for z in between)
    assert bool((F.alpha_dropout(y, 0.5, training=True) < 0).any())


def test_sr110_a_hook_on_a_shared_module_runs_for_every_place() -> None:
    shared = net(bad("SR110"))
    calls: list[str] = []
    shared.act.register_forward_hook(lambda *_: calls.append("call"))
    shared(X)
    assert len(calls) == 2


def test_sr111_the_weights_of_a_layer_that_is_not_called_get_no_gradient() -> None:
    unused = net(bad("SR111"))
    unused(X).sum().backward()
    assert all(parameter.grad is None for parameter in unused.rnn.parameters())


def test_sr111_distributed_data_parallel_complains_of_a_layer_that_is_not_called(tmp_path: Path) -> None:
    store = f"file://{tmp_path / 'store'}"
    torch.distributed.init_process_group("gloo", init_method=store, rank=0, world_size=1)
    try:
        unused = nn.parallel.DistributedDataParallel(net(bad("SR111")))
        unused(X).sum().backward()
        with pytest.raises(RuntimeError, match="parameters that were not used"):
            unused(X)
    finally:
        torch.distributed.destroy_process_group()


def test_sr112_negative_logits_behind_a_relu_are_equal_and_give_no_gradient() -> None:
    logits = torch.tensor([[-1.0, -2.0, -3.0]], requires_grad=True)
    chances = torch.softmax(torch.relu(logits), dim=-1)
    assert torch.allclose(chances, torch.full((1, 3), 1 / 3))
    F.cross_entropy(torch.relu(logits), torch.tensor([0])).backward()
    assert logits.grad is not None
    assert not logits.grad.any()


@pytest.mark.parametrize(
    ("layer", "take"),
    [
        (nn.LSTM(3, 4), lambda y: y[0]),
        (nn.LSTM(3, 4, batch_first=True, num_layers=2), lambda y: y[0]),
        (nn.LSTM(3, 4), lambda y: y[0][-1]),
        (nn.LSTM(3, 4), lambda y: y[0].reshape(10, 4)),
        (nn.RNNCell(3, 4), lambda y: y),
        (nn.RNNCell(3, 4, nonlinearity="relu"), lambda y: y),
    ],
)
def test_sr113_overwriting_the_output_stops_the_backward_pass(layer: nn.Module, take: Any) -> None:
    x = X if not isinstance(layer, nn.RNNCell) else X[0]
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        torch.relu_(take(layer(x))).sum().backward()


def test_sr113_the_states_and_other_layers_are_not_reported_since_they_may_be_overwritten() -> None:
    torch.relu_(nn.LSTM(3, 4)(X)[1][0]).sum().backward()
    torch.relu_(nn.LSTM(3, 4, bidirectional=True)(X)[0]).sum().backward()
    torch.relu_(nn.LSTM(3, 4, proj_size=2)(X)[0]).sum().backward()
    torch.relu_(nn.GRU(3, 4)(X)[0]).sum().backward()
    torch.relu_(nn.GRUCell(3, 4)(X[0])).sum().backward()


def test_disguised_relus_are_relus() -> None:
    x = torch.randn(50)
    same = [x.clamp(min=0), torch.clamp(x, 0), torch.maximum(x, torch.zeros_like(x)), torch.max(x, torch.zeros(1))]
    same += [F.threshold(x, 0, 0), torch.where(x > 0, x, 0), torch.where(x >= 0, x, 0), x.clamp_min(0), x.clip(0)]
    assert all(torch.equal(y, torch.relu(x)) for y in same)
