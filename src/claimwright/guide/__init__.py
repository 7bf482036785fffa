"""What a guide is, and how a case is decided by its rows."""
