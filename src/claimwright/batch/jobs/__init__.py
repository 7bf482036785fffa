"""The cases of a batch through files: requests for a batch engine, and what is made of its answers."""
