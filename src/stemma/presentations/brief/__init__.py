"""The brief: the story's findings as data (`build`), as a page (`layout`) and as JSON."""

from stemma.presentations.brief.build import build_brief
from stemma.presentations.brief.layout import brief_page
from stemma.presentations.brief.limits import EVERYTHING, Limits
from stemma.presentations.brief.model import Brief

__all__ = ["EVERYTHING", "Brief", "Limits", "brief_page", "build_brief"]
