"""Files of the site → records and articles, or problems."""
