/**
 * Shows one point of a comparison at a time. A heading of the class `cor-points` stands before a list of links to the
 * points, each a heading with all that follows it; above that list comes a choice among them.
 *
 * Without scripts the list leads to each point. Whoever follows a link to a place that is left out sees all points again.
 */

/** @typedef {{ id: string, title: string, parts: Element[] }} Point */

const heading = document.querySelector("h2.cor-points");
const list = heading?.parentElement?.querySelector("h2.cor-points ~ ul");
if (list) offerChoice(list);

/** @param {Element} list the links to the points */
function offerChoice(list) {
  const points = [...list.querySelectorAll("a")].map(pointOf).filter((point) => point !== null);
  const select = document.createElement("select");
  select.append(new Option("All points", ""), ...points.map(({ id, title }) => new Option(title, id)));
  const label = document.createElement("label");
  label.className = "cor-one-point";
  label.append("Show ", select);
  list.before(label);

  const show = () => {
    for (const { id, parts } of points)
      for (const part of parts) part.toggleAttribute("hidden", select.value !== "" && select.value !== id);
    list.toggleAttribute("hidden", select.value !== "");
  };
  /** @param {string} hash an address on this page */
  const reveal = (hash) => {
    const target = document.getElementById(hash.slice(1));
    if (!target?.closest("[hidden]")) return;
    select.value = "";
    show();
    target.scrollIntoView();
  };
  select.addEventListener("change", show);
  addEventListener("hashchange", () => reveal(location.hash));
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a");
    if (link && link.pathname === location.pathname) reveal(link.hash);
  });
  show(); // a browser that comes back to the page has kept the choice
}

/** @param {HTMLAnchorElement} link @returns {Point | null} */
function pointOf({ hash, textContent }) {
  const heading = document.getElementById(hash.slice(1));
  if (!heading) return null;
  const parts = [heading];
  for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling)
    parts.push(/** @type {HTMLElement} */ (next));
  return { id: heading.id, title: textContent ?? "", parts };
}
