/**
 * Loads another script once the answers of a link are there, so that both do not compete for the same processor:
 *
 *     <script data-src="…">…</script>
 *
 * Without answers in the address it is loaded when the page is. Someone who touches anything but the form gets it at once.
 */
(() => {
  const given = document.currentScript;
  const OCCASIONS = ["cor-outcome", "cor-problems", "cor-error"];
  const TOUCHES = ["pointerdown", "focusin", "keydown"];
  const AT_LATEST = 10_000;
  let begun = false;

  function begin() {
    if (begun) return;
    begun = true;
    for (const name of TOUCHES) removeEventListener(name, touched, true);
    const script = document.createElement("script");
    script.src = given?.dataset.src ?? "";
    // Material initialises itself at this event, which has been dispatched already
    script.onload = () => document.dispatchEvent(new Event("DOMContentLoaded"));
    document.body.append(script);
  }

  /** @param {Event} event */
  function touched({ target }) {
    if (!(target instanceof Element && target.closest("cor-check"))) begin();
  }

  const whenIdle = () => ("requestIdleCallback" in window ? requestIdleCallback(begin) : setTimeout(begin, 200));
  for (const name of TOUCHES) addEventListener(name, touched, true);
  if (!location.hash.includes("=")) return void addEventListener("load", whenIdle, { once: true });
  for (const name of OCCASIONS) addEventListener(name, whenIdle, { once: true });
  setTimeout(begin, AT_LATEST);
})();
