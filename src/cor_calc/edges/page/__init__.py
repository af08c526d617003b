"""What a page shows of an outcome besides its words: drawings, dates by tense, figures, links to other checks."""
