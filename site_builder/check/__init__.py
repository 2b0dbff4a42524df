"""Records → citations and problems."""
