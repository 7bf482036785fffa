"""Many cases at once: found, handled by the template or a model, and kept so that a later run goes on."""
