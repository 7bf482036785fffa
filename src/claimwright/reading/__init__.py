"""What stands in any text: characters, sentences, days, sums, identifiers. Nothing here knows of a case."""
