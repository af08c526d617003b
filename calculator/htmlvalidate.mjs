// What the built pages' HTML must keep to. Turned off is only what Material's templates write themselves.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The build's parser writes HTML as the standard serializes it: an attribute that is only there has an empty value.
    "attribute-boolean-style": ["error", { style: "empty" }],
    "attribute-empty-style": ["error", { style: "empty" }],
    // The theme's templates leave blanks at the ends of lines.
    "no-trailing-whitespace": "off",
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
