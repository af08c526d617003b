/** The drawing of a result. Python says what is drawn; here it is only drawn. Each says the same in words. */

import { barsPart } from "./bars.mjs";
import { cyclePart } from "./cycle.mjs";
import { pathPart } from "./path.mjs";
import { tiesPart } from "./ties.mjs";
import { timelinePart } from "./timeline.mjs";

/** @typedef {import("../../shared/outcome.mjs").Drawing} Drawing */

/** @param {Drawing} drawing @param {string} asOf @returns {HTMLElement | null} */
export function drawingPart(drawing, asOf) {
  switch (drawing.kind) {
    case "bars":
      return barsPart(drawing);
    case "ties":
      return tiesPart(drawing);
    case "path":
      return pathPart(drawing);
    case "cycle":
      return cyclePart(drawing);
    case "timeline":
      return timelinePart(drawing, asOf);
    default:
      return null;
  }
}
