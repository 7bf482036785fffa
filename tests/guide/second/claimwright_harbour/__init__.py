"""A guide to disputes on Harbourgate, a marketplace that does not exist."""
