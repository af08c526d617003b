/** Where days and labels stand along a picture, in percent of its width: the pictures stretch, their words do not. */

/**
 * Returns the place of each day between the first and the last of them.
 *
 * @param {string[]} days
 * @param {number} [from]  percent left free on the left
 * @param {number} [to]  and up to where
 * @returns {(day: string) => number}
 */
export function scaleOf(days, from = 4, to = 96) {
  const times = days.map((day) => Date.parse(day));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  return (day) => round(from + ((to - from) * (Date.parse(day) - first)) / (last - first || 1));
}

/** @param {number} number */
function round(number) {
  return Math.round(number * 100) / 100;
}

/**
 * The level of each mark, so that none covers another.
 *
 * @param {number[]} places  in ascending order
 * @param {number} room  percent of the width that one needs
 */
export function levelsOf(places, room) {
  /** @type {number[]} */
  const taken = [];
  return places.map((place) => {
    const free = taken.findIndex((until) => until <= place);
    const level = free < 0 ? taken.length : free;
    taken[level] = place + room;
    return level;
  });
}

/** The years that begin between two days, at most six or so. @param {string[]} days @returns {number[]} */
export function yearsIn(days) {
  const sorted = [...days].sort();
  const from = Number(sorted[0]?.slice(0, 4)) + 1;
  const count = Math.max(0, Number(sorted.at(-1)?.slice(0, 4)) - from + 1);
  const every = Math.ceil(count / 6);
  return Array.from({ length: count }, (_, at) => from + at).filter((_, at) => at % every === 0);
}

/** How a word at a place is aligned, so that it does not leave the picture. @param {number} place */
export function anchorAt(place) {
  if (place > 85) return "end";
  return place < 15 ? "start" : "middle";
}
