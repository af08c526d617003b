// Stands before every script of a page: notes what the checks tell and what goes wrong, and lends a hand to the tests.
// Only what the checks promise to other people's pages is used here: their events, and controls named after the answers.
window.corTest = {
  told: { "cor-outcome": [], "cor-problems": [], "cor-error": [] },
  complaints: [],
  workers: [],
  /** What calls from outside were promised. */
  promised: [],
  /** Milliseconds by which the clock is wrong. */
  clock: 0,
  /** Makes long waits pass so many times faster from now on. */
  hasten(times) {
    pace = { times, since: realNow(), from: performance.now() };
  },
  /** Where controls are looked for: the whole page, or within the element that a selector finds. */
  within: "",

  /** The first element that fits, in the page or in an open shadow root of it. */
  find(selector, root = document) {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll("*")) {
      const within = shadowRoot && this.find(selector, shadowRoot);
      if (within) return within;
    }
    return null;
  },

  /** All that can be seen of the page as text, shadow roots included. */
  text(root = document.body) {
    if (!root) return ""; // nothing of the page is there yet
    const inner = [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
      shadowRoot ? [...shadowRoot.children].map((child) => child.innerText ?? "") : [],
    );
    return [root.innerText, ...inner].join("\n");
  },

  focused(root = document) {
    const { activeElement } = root;
    return activeElement?.shadowRoot?.activeElement ? this.focused(activeElement.shadowRoot) : activeElement;
  },

  named(name, value) {
    const of = `[name="${CSS.escape(name)}"]`;
    const place = this.within ? document.querySelector(this.within) : null;
    const root = place?.shadowRoot ?? place ?? document;
    return (
      this.find(`${of}[value="${CSS.escape(value)}"]:is([type=radio], [type=checkbox])`, root) ??
      this.find(`${of}:not([type=radio], [type=checkbox])`, root)
    );
  },

  /** How a control is answered: by a click, by typing, or by handing over the value as a picker does. */
  way(control) {
    if (!control) return "";
    this.reveal(control);
    if (control.matches("[type=radio], [type=checkbox]")) return "click";
    return control.matches("select, [type=date]") ? "set" : "type";
  },

  /** Opens what is folded around a control, and says yes to what must be so before it is asked. */
  reveal(control) {
    for (let fold = control; (fold = fold.parentElement?.closest("details")); ) fold.open = true;
    const later = control.closest("[data-asked-after][hidden]");
    if (!later) return;
    const gate = control.form.querySelector(`[data-asks-for="${later.dataset.askedAfter}"]`);
    gate.querySelector("input[value=yes]").click();
  },

  /** What a click must hit: a control may be drawn by its label. */
  target(control) {
    return control.labels?.[0]?.contains(control) ? control.labels[0] : control;
  },

  set(control, value) {
    control.focus();
    control.value = value;
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  },
};

for (const name of Object.keys(corTest.told))
  addEventListener(name, ({ detail }) => {
    corTest.told[name].push(JSON.stringify(detail));
    if (parent !== window) parent.postMessage({ corTest: name, detail }, "*"); // a frame tells the page around it
  });
addEventListener("message", ({ data }) => corTest.told[data?.corTest]?.push(JSON.stringify(data.detail)));
addEventListener("error", ({ message, target }) => corTest.complaints.push(`raised ${message ?? target?.outerHTML}`));
addEventListener("unhandledrejection", ({ reason }) => corTest.complaints.push(`rejected ${reason}`));
addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) =>
  corTest.complaints.push(`the policy stopped ${effectiveDirective} ${blockedURI}`),
);
for (const name of ["error", "warn"]) {
  const say = console[name];
  console[name] = (...words) => {
    corTest.complaints.push(`said ${words.join(" ")}`);
    say.apply(console, words);
  };
}
if (window.Worker)
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      corTest.workers.push(this);
    }
  };
const LONG = { setTimeout: 5000, setInterval: 1000 };
let pace = { times: 1, since: 0, from: 0 };
const realNow = performance.now.bind(performance);
performance.now = () => pace.from + (realNow() - pace.since) * pace.times;
for (const [name, least] of Object.entries(LONG)) {
  const wait = window[name];
  window[name] = (what, time, ...given) => wait(what, time >= least ? time / pace.times : time, ...given);
}
window.Date = class extends Date {
  constructor(...given) {
    super(...(given.length ? given : [Date.now()]));
  }
  static now() {
    return super.now() + corTest.clock;
  }
};
