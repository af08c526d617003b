"""Writes the calls, and the answers where they are asked for."""

import argparse
import json
from pathlib import Path

from cor_site.runtime.workload import calls

parser = argparse.ArgumentParser(prog="python -m cor_site.runtime.workload")
parser.add_argument("out", type=Path)
parser.add_argument("--generated", type=int, default=0)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--answers", type=Path)
given = parser.parse_args()
made = calls.make(given.generated, given.seed)
given.out.write_text(json.dumps(made), encoding="ascii")
if given.answers:
    given.answers.write_text(json.dumps(calls.answered(made)), encoding="ascii")
