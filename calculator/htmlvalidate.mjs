// What the built pages' HTML must keep to. Turned off is only what Material's templates write themselves.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // A matter of taste: the theme writes <!doctype> and <hr />.
    "doctype-style": "off",
    "void-style": "off",
    // The theme's ids begin with underscores, which HTML allows.
    "valid-id": ["error", { relaxed: true }],
    // The theme's menu opens by a checkbox that must not be remembered, its search form has no button to press,
    // its menus nest under labels of the same words, and their labels take focus by script.
    "attribute-allowed-values": "off",
    "unique-landmark": "off",
    "valid-autocomplete": "off",
    "wcag/h32": "off",
  },
};
