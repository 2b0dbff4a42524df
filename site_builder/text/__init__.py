"""Words, marks and offsets: pure functions over strings, in any script."""
