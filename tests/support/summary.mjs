// Prints "PASSED FAILED SKIPPED" for one step of tests/run: node summary.mjs KIND STATUS LOG
import {readFileSync} from 'node:fs';

import {summarise} from './count.mjs';

const [kind, status, log] = process.argv.slice(2);
const {passed, failed, skipped} = summarise(kind, Number(status), readFileSync(log, 'utf8'));
console.log(`${passed} ${failed} ${skipped}`);
