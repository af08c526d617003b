/** Fetches the large files of a way: each once, in the form that travels best, counted, and compared with what was built. */

import { NetworkError } from "./answer.mjs";
import { BETTER_THAN_GZIP } from "./browser.mjs";

/** @typedef {import("./built.mjs").Large} Large */

export class Files {
  /** Whether a file was missing or damaged: then the network is at fault, whatever error comes of it. */
  missing = false;
  #progress = { loaded: 0, total: 0 };
  /** @type {Promise<boolean>[]} */ #compared = [];

  /**
   * @param {string} base address of the folder, which ends in `/`
   * @param {boolean} direct whether the host compresses better than gzip can
   * @param {(progress: import("./answer.mjs").Progress) => void} tell
   */
  constructor(base, direct, tell) {
    this.base = base;
    this.direct = direct;
    this.tell = tell;
  }

  /** @param {Large} file @returns {Promise<ArrayBuffer>} all of it */
  async whole(file) {
    return this.#watched(await this.#open(file), file);
  }

  /**
   * Compiles WebAssembly while it arrives. Browsers keep the compiled code only of a response that came from the network
   * unchanged, so that response is handed over and a copy of it is read.
   * @param {Large} file @returns {Promise<WebAssembly.Module>}
   */
  async compiled(file) {
    const response = await this.#open(file, "application/wasm");
    this.#watched(response.clone(), file).catch(() => {});
    return WebAssembly.compileStreaming(response);
  }

  /** Rejects if a file was not what was built: one wrong byte may be a wrong rule. */
  async allWhole() {
    if ((await Promise.all(this.#compared)).every(Boolean)) return;
    this.missing = true;
    throw new NetworkError("a file arrived damaged");
  }

  /**
   * Every large file is on the host twice: as it is, for hosts that compress well, and gzipped by the build, for others.
   * @param {Large} file @param {string} type @returns {Promise<Response>} with the file as it is
   */
  async #open(file, type = "") {
    this.#progress.total += file.packed.size;
    let response = this.direct ? await this.#fetch(file.name) : undefined;
    let packed;
    if (!BETTER_THAN_GZIP.includes(response?.headers.get("content-encoding") ?? "")) {
      response?.body?.cancel();
      packed = typeof DecompressionStream === "undefined" ? undefined : await this.#fetch(file.packed.name);
      response = packed ?? (await this.#fetch(file.name));
    }
    if (!response?.body) {
      this.missing = true;
      throw new NetworkError(`${file.name} could not be loaded`);
    }
    const headers = { "content-type": type };
    if (packed) return new Response(response.body.pipeThrough(new DecompressionStream("gzip")), { headers });
    return type && response.headers.get("content-type") !== type ? new Response(response.body, { headers }) : response;
  }

  /** @param {string} name @returns {Promise<Response | undefined>} */
  async #fetch(name) {
    const response = await fetch(this.base + name).catch(() => undefined);
    return response?.ok ? response : undefined;
  }

  /**
   * Not every format of compression has a checksum, so the content's own is worked out while Python already uses it.
   * @param {Response} response @param {Large} file @returns {Promise<ArrayBuffer>}
   */
  #watched(response, file) {
    const content = this.#read(response, file);
    this.#compared.push(content.then((bytes) => isWhole(bytes, file)).catch(() => false));
    return content;
  }

  /**
   * A file that breaks off, cannot be inflated or is too long was damaged on its way; the browser is not at fault.
   * @param {Response} response @param {Large} file @returns {Promise<ArrayBuffer>}
   */
  async #read(response, file) {
    const content = new Uint8Array(file.size);
    const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
    try {
      for (let at = 0; ; ) {
        const { done, value } = await reader.read();
        if (done) return content.buffer;
        content.set(value, at);
        at += value.length;
        this.#progress.loaded += (value.length * file.packed.size) / file.size;
        this.tell({ loaded: Math.round(this.#progress.loaded), total: this.#progress.total });
      }
    } catch (error) {
      this.missing = true;
      throw error;
    }
  }
}

/** @param {ArrayBuffer} bytes @param {Large} file @returns {Promise<boolean>} whether they are what was built */
async function isWhole(bytes, { checksum }) {
  if (!globalThis.crypto?.subtle) return true; // there is none without HTTPS
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(found, (byte) => byte.toString(16).padStart(2, "0")).join("") === checksum;
}
