/** Makes `<cor-many>` known to the page: the one file that its page loads. */

import { from } from "../python/python.mjs";
import { CorMany } from "./cor-many.mjs";

// Beside the file into which all of this is bundled. The snapshot has only what short calls were seen to run; files are
// long, hold any bytes, and can wait the half second that the bundle takes longer.
from(new URL("python/", import.meta.url), "bundle");
if (!customElements.get("cor-many")) customElements.define("cor-many", CorMany);
