"""The proof of a case as numbered copies, with nothing in a picture but its pixels."""
