"""The case file: its fields, how it is read with every fault at once, and what in it cannot all be true."""
