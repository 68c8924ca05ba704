"""The comments of the cases are read as they are meant, and a slip in one is an error, never an expectation less."""

from __future__ import annotations

from pathlib import Path

import pytest

from expectations import ExpectationError, Expected, Layer, Spot, read_case


def _case(folder: Path, *lines: str) -> Path:
    path = folder / "case.py"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_all_parts_of_an_expectation_are_read(tmp_path: Path) -> None:
    case = read_case(
        _case(
            tmp_path,
            "a = 1  #: layer enc on_output=no called=false type=torch.nn.RNN; inside enc",
            "b = '#: after enc'",
            'c = 3  #: after enc if "use" defined=1; missing before enc maybe "mix"; spurious after enc defined=o.py:2',
            "# drive: run(1)",
        )
    )
    first, third = Spot("case.py", 1), Spot("case.py", 3)
    assert case.layers == (Layer("enc", first, None, "no", False, "torch.nn.RNN"),)
    assert case.facts == (
        Expected("inside", first, "enc", "definite", None, None, None),
        Expected("after", third, "enc", "conditional", "use", first, None),
        Expected("before", third, "enc", "possible", "mix", None, "missing"),
        Expected("after", third, "enc", "definite", None, Spot("o.py", 2), "spurious"),
    )
    assert case.drives == ("run(1)",)


@pytest.mark.parametrize(
    "comment",
    [
        "#: layer enc; aftr enc",
        "#: layer enc; after other",
        "#: layer enc; layer enc",
        "#: layer enc on_output=never",
        "#: layer enc; after enc called=true",
        "#: layer enc; after enc defined=here",
        "#: layer enc;",
    ],
)
def test_a_slip_is_an_error(tmp_path: Path, comment: str) -> None:
    with pytest.raises(ExpectationError, match="case"):
        read_case(_case(tmp_path, f"a = 1  {comment}"))
