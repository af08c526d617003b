/** Makes `<cor-check>` known to the page: the one file that a page loads. Loaded twice, it does nothing the second time. */

import { from } from "../python/python.mjs";
import { CorCheck } from "./cor-check.mjs";

from(new URL("python/", import.meta.url)); // beside the file into which all of this is bundled
if (!customElements.get("cor-check")) customElements.define("cor-check", CorCheck);
