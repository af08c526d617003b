"""What `build.py lighthouse` says of a page."""

from cor_site import lighthouse


def test_scores_under_their_goal_say_so() -> None:
    """The goal stands beside a score that misses it, and only there."""
    scores = {"performance": 91, "accessibility": 100, "best-practices": 100, "seo": 92}
    assert lighthouse.line("home", scores) == (
        "home: performance 91 (goal 95), accessibility 100, best-practices 100, seo 92 (goal 100)"
    )
