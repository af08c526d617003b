/** What every page runs: the search's index comes when it is needed, and the site is kept for use without a connection. */

import "./search-later.js";
import "./search-tab.js";
import "./offline.mjs";
