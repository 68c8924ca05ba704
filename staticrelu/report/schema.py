"""The JSON Schema of the JSON report, version 1, as it is shipped with the package."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def report_schema() -> dict[str, Any]:
    """The schema (JSON Schema, draft 2020-12) that every report of version 1 satisfies."""
    schema: dict[str, Any] = json.loads(files("staticrelu.report").joinpath("v1.schema.json").read_text("utf-8"))
    return schema
