"""The two ways to a body: the templates, and what a model is given."""
