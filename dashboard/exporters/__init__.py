"""What is written with Plotly's help, beside core's exporters and with the same record."""

from core.exporters import Exporter
from core.table import Row
from dashboard.exporters.html import HTML

EXPORTERS: dict[str, Exporter[Row]] = {exporter.name: exporter for exporter in (HTML,)}

__all__ = ["EXPORTERS"]
