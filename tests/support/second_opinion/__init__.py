"""A second opinion of the contract: every check once more, naive and obvious, from the contract's text alone.

Nothing here imports the calculators, and nothing here is meant to be short or quick. Each certifying partner's
values are written out in dictionaries, each rule is a plain `if`. Where the contract can be read in two ways,
the way that was taken stands in a comment that begins with "Reading:".
"""

from .judging import judge, judge_text

__all__ = ["judge", "judge_text"]
