/**
 * Lets the Tab key lead on from the search field. The theme takes the focus away before the browser moves it, and Safari's
 * engine then begins at the top of the page again: by keyboard, nobody got past the field.
 */
addEventListener(
  "keydown",
  ({ key, target }) => {
    if (key !== "Tab" || !(target instanceof HTMLElement) || !target.matches(".md-search__input")) return;
    target.blur = () => {};
    setTimeout(() => {
      // @ts-expect-error its own is the prototype's
      delete target.blur;
    });
  },
  true,
);
