"""Files to reports: text, title, outlet, byline and date, with the page furniture marked and nothing lost."""

from stemma.documents.gather import gather
from stemma.documents.read import read

__all__ = ["gather", "read"]
