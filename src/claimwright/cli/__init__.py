"""The command line: the one place that prints, asks, and reads the environment."""
