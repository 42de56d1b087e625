// Defines <proviso-explorer>. The only file of the package that does something when it is imported.

import { define } from './element.js';

define();
