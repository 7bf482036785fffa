"""Asking a model: the one place that knows openai and langchain-core.

open_model(spec, endpoint, guard) -> Model; Model.complete(turns, deadline) -> Reply, or ModelError and nothing else.
"""
