"""A story in free text: what of it is certain, and what is to be asked."""
