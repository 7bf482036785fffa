"""The interview: which question is next, what an answer means, and the case that the answers make."""
