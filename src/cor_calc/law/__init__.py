"""The law: every parameter of the rules, dated and by certifying partner, as a value that is handed in."""

from cor_calc.law.checking import LawError
from cor_calc.law.facts import Citation, Element, Fact, Option, Parameter, Partner, Source
from cor_calc.law.law import Book, Law
from cor_calc.law.reading import load

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
    "load",
]
