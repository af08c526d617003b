/** What every page runs: its points are shown one at a time, the search comes when it is needed, the site is kept for use offline. */

import "./one-point.mjs";
import "./search-later.js";
import "./search-tab.js";
import "./offline.mjs";
