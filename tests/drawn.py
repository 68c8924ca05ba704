"""How tests with drawn inputs run: the usual ones, always the same, or as many new ones as an option asks for."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings


def how_many(request: pytest.FixtureRequest, option: str, usual: int) -> settings:
    """The settings of Hypothesis for a test whose number of inputs an option of the run may say."""
    wanted = request.config.getoption(option)
    return settings(
        max_examples=wanted or usual,
        derandomize=wanted is None,
        phases=[Phase.generate, Phase.shrink],
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
