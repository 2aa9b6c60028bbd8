// Which build of the site this page is of, and where the site begins from here.

import { meta } from "./dom.js";

export const { content: build, dataset } = meta("build");
