"""Dossier: source articles and curated YAML in, a verified static site out."""

__version__ = "0.1.0"
