/**
 * Fetches the search's index once someone begins to search. The theme would fetch it with every page, and it weighs
 * nearly as much as all the rest of one. Runs before the theme's script, which asks for the index.
 */
{
  const { open, send } = XMLHttpRequest.prototype;
  const index = /\/search_index\.json$/;
  const awaited = new WeakSet();

  XMLHttpRequest.prototype.open = function (/** @type {any[]} */ ...given) {
    if (index.test(String(given[1]))) awaited.add(this);
    // @ts-expect-error the same arguments
    return open.apply(this, given);
  };

  XMLHttpRequest.prototype.send = function (body) {
    if (!awaited.delete(this) || new URLSearchParams(location.search).has("q")) return send.call(this, body);
    const begin = (/** @type {FocusEvent} */ { target }) => {
      if (!(target instanceof Element && target.matches(".md-search__input"))) return;
      removeEventListener("focusin", begin);
      send.call(this, body);
    };
    addEventListener("focusin", begin);
  };
}
