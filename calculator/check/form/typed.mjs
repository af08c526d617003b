/** What people type for a number, as the rules read it. What cannot be one stays as it is: the rules refuse it in their words. */

/** A number as people write it: "$ 1,250.00" and "85 %" are 1250.00 and 85. @param {string} text */
export function tidy(text) {
  const bare = text.trim().replace(/^\$\s*|\s*%$/gu, "");
  return /^\d{1,3}(,\d{3})+(\.\d*)?$/u.test(bare) ? bare.replaceAll(",", "") : bare;
}

/** The same number with a point, where a comma stands for it: "85,5". Else null. @param {string} text */
export function withPoint(text) {
  const bare = tidy(text);
  return /^\d+,\d{1,2}$/u.test(bare) ? bare.replace(",", ".") : null;
}

/** Several values typed into one field: "80, 90, 75" or "80 90"; null where it is one. A comma between two numbers may be either. @param {string} text */
export function several(text) {
  const parts = text.trim().split(/[\s;]+|,\s*/u);
  return parts.length > 1 && withPoint(text) === null && parts.every((part) => /\d/u.test(part)) ? parts : null;
}

const NOT_APPLICABLE = /^(n\s*[/.]?\s*a\.?|not applicable|does not apply|not appl?\.?)$/iu;

/** Whether a text says that something does not apply. @param {string} text */
export function saysNotApplicable(text) {
  return NOT_APPLICABLE.test(text.trim());
}
