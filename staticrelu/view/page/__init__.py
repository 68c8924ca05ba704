"""The report as one page that needs no network: ``scan --format html``."""

from staticrelu.view.page.render import Drawn, draw, render

__all__ = ["Drawn", "draw", "render"]
