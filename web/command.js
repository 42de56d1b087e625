#!/usr/bin/env node
// The command line under node, `npx proviso`: the same program as the native one, as WebAssembly.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {isatty} from 'node:tty';
import {fileURLToPath} from 'node:url';

const create = createRequire(import.meta.url)('./command_program.cjs');

// Of process.stdout nothing is asked unless it is a terminal: node makes a pipe that it opens there
// one that may refuse bytes, and the program's own writing waits for none.
const {NO_COLOR, TERM} = process.env;
const terminal = isatty(1)
  ? {width: process.stdout.columns || 80, color: !NO_COLOR && TERM !== 'dumb' && isatty(2) ? 1 : 0}
  : {width: 0, color: 0};

await create({
  arguments: process.argv.slice(2),
  thisProgram: 'proviso',
  terminal,
  programFolder: new TextEncoder().encode(fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '')),
  wasmBinary: readFileSync(new URL('command.wasm', import.meta.url)),
});
