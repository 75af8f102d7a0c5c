"""Builds the report page."""

from __future__ import annotations

from pipeline.consolidate.knowledge_base import KnowledgeBase


def build_report(base: KnowledgeBase) -> str:
    """The page as HTML."""
    return "<!doctype html><title>ionmine</title>"
