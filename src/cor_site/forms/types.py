"""Types of the description of the checks, for the type checker that reads the scripts: made from it."""

import json
from collections.abc import Iterable
from typing import Any

UNIONS = {
    "CheckName": "checks",
    "PartnerId": "partners",
    "DateName": "dates",
    "DateState": "date_states",
    "Stage": "stages",
    "Tone": "tones",
    "FigureName": "figures",
}
"""Types that are one of the names in a part of the description."""

SHAPES = """\
export type Kind = "choice" | "whole" | "percent" | "money" | "points" | "date" | "text" | "list" | "rows";

export interface Option {
  value: string;
  label: string;
}

/**
 * `item`: of a list, `fields`: of rows; `options`: the choices, or words that can stand in a value's place.
 * `names`: of a list by element, the field of its rows for an element's name, or nothing where it has none.
 */
export interface Question {
  label: string;
  noun: string;
  hint?: string;
  kind: Kind;
  options?: Option[];
  most?: number;
  may_be_empty?: boolean;
  names?: string;
  item?: Question;
  fields?: Field[];
}

export interface Field extends Question {
  key: string;
}

export interface Check {
  name: CheckName;
  title: string;
  summary: string;
  subjects: { name: string; words: string }[];
  keys: string[];
}

export interface Description {
  partners: { id: PartnerId; short: string; name: string }[];
  checks: Check[];
  questions: Record<string, Question>;
  dates: Record<DateName, { label: string; kind: "from" | "by" }>;
  figures: Record<string, { label: string }>;
  stages: Record<string, string>;
  certificates: Record<string, string>;
  tones: Record<Tone, string>;
  met: Record<"yes" | "no" | "unknown" | "not_covered", string>;
  date_states: Record<DateState, string>;
  element_states: Record<string, string>;
  rules: Record<string, { title: string }>;
  sources: Record<string, { title: string; publisher: string; dated: string }>;
  elements: Record<string, string[]>;
  renamed: Record<string, Record<string, string>>;
}
"""


def declarations(described: dict[str, Any]) -> str:
    """Return a TypeScript declaration file for a description."""
    unions = "".join(f"export type {name} = {union(names(described[part]))};\n" for name, part in UNIONS.items())
    return f"{unions}\n{SHAPES}"


def names(part: Any) -> Iterable[str]:
    """Return the names in a part of the description: its keys, or what each of its entries is called."""
    if isinstance(part, dict):
        return list(part)
    return [entry.get("id") or entry["name"] for entry in part]


def union(given: Iterable[str]) -> str:
    """Return a type that is one of these texts."""
    return " | ".join(json.dumps(name) for name in given)
