/**
 * Pyodide as its manual has it, in the place of our worker: on the page's own thread, once the page has been read.
 *
 * The page and its scripts stay as they are. They ask for a worker and get this, which says what a worker would say. It
 * stands before the page's scripts; `TEXTBOOK` is replaced by the address of Pyodide's folder and by the functions.
 */
{
  const { folder, functions } = TEXTBOOK;
  const read = new Promise((go) => addEventListener("DOMContentLoaded", go, { once: true }));

  self.Worker = class extends EventTarget {
    onmessage = null;
    onerror = null;

    constructor() {
      super();
      this.addEventListener("message", (event) => this.onmessage?.(event));
      this.python = read.then(() => this.start());
    }

    async start() {
      const { loadPyodide } = await import(`${folder}pyodide.mjs`);
      const pyodide = await loadPyodide({ indexURL: folder });
      await pyodide.loadPackage("cor-calc", { messageCallback() {} });
      const ready = Object.entries(functions).map(([name, module]) => [name, pyodide.pyimport(module)[name]]);
      this.say({ way: "stock", ready: true });
      return Object.fromEntries(ready);
    }

    say(data) {
      this.dispatchEvent(new MessageEvent("message", { data }));
    }

    async postMessage({ id, name, texts }) {
      if (name) this.say({ id, text: (await this.python)[name](...texts) });
    }

    terminate() {}
  };
}
