"""The JSON Schemas (draft 2020-12) of what is written as JSON, version 1, as they are shipped with the package."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def report_schema() -> dict[str, Any]:
    """The schema that every report of ``staticrelu scan`` satisfies."""
    return _schema("v1.schema.json")


def findings_schema() -> dict[str, Any]:
    """The schema that every report of ``staticrelu check`` satisfies; its ``#/$defs/line`` is that of JSON lines."""
    return _schema("findings/v1.schema.json")


def _schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(files("staticrelu.report").joinpath(name).read_text("utf-8"))
    return schema
