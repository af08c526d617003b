"""The law: every parameter of the rules, dated and by certifying partner, as a value that is handed in."""

from cor_calc.law.checking import LawError, check_changed, check_cited, check_sentences
from cor_calc.law.facts import Citation, Element, Fact, Option, Parameter, Partner, Source
from cor_calc.law.law import Book, Law
from cor_calc.law.reading import citations, load, parsed

__all__ = [
    "Book",
    "Citation",
    "Element",
    "Fact",
    "Law",
    "LawError",
    "Option",
    "Parameter",
    "Partner",
    "Source",
    "check_changed",
    "check_cited",
    "check_sentences",
    "citations",
    "load",
    "parsed",
]
