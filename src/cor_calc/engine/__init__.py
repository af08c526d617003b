"""The engine: questions, conditions and what is made of them, the same for every check."""
