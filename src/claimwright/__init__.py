"""Helps a buyer decide whether a dispute is justified, and writes the message when it is."""
