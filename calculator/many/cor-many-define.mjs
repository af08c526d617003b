/** Makes `<cor-many>` known to the page: the one file that its page loads. */

import { from } from "../python/python.mjs";
import { CorMany } from "./cor-many.mjs";

from(new URL("python/", import.meta.url)); // beside the file into which all of this is bundled
if (!customElements.get("cor-many")) customElements.define("cor-many", CorMany);
