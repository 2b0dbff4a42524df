"""What follows from checked records: families, findings, timelines and cross-links. Pure functions; nothing here judges or shows."""
