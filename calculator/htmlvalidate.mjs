// What the built pages' HTML must keep to. Turned off is only what Material's templates write themselves.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // A matter of taste: the theme writes <!doctype>.
    "doctype-style": "off",
    // A day and the word that can stand in its place ("Not yet") answer the same question, so they share its name.
    "form-dup-name": "off",
    // The theme's ids begin with underscores, which HTML allows.
    "valid-id": ["error", { relaxed: true }],
    // The theme's menu opens by a checkbox that must not be remembered, its search form has no button to press,
    // and the table of contents stands twice, of which only one is ever shown.
    "unique-landmark": "off",
    "valid-autocomplete": "off",
    "wcag/h32": "off",
  },
};
