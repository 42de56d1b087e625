// All of Proviso in one module: it defines <proviso-explorer>, and has nothing beside it that would
// have to be fetched. Made of this by web/assemble.mjs, which puts program and fonts into it.

import './auto.js';

export * from './index.js';
