"""The days of a case that are not to be missed, as a calendar file."""
