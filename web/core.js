// Proviso without a window: check, ask, find, locate and export datasets in node, workers and pages.
//
//     import { loadCore } from './core.js';
//     const core = await loadCore();
//     const data = core.open(bytes);
//     const answers = data.ask({ target: 'p-ceasefire', on: ['p-aid'] });
//     data.free();
//
// Data goes in as bytes and is read by the program alone: no dataset ever becomes JavaScript objects
// on its way in. What comes back has keys from a fixed list; where keys come from a dataset, it is a
// Map.

import create from './core_program.js';

/**
 * @typedef {object} Problem One thing that is wrong.
 * @property {string} code syntax, limit, version, schema, I1 … I15, call, other (of no format that is read), crash
 * @property {string} pointer JSON Pointer into the file; empty for the whole
 * @property {number} line from 1; 0 where it is not known
 * @property {number} column from 1, in code points; 0 where it is not known
 * @property {string} rule what the input has, and what it must have
 * @property {string} remedy what to do about it
 */
/**
 * @typedef {object} CheckReport
 * @property {Record<string, number> | null} counts records by table; null if there are errors
 * @property {Problem[]} errors
 * @property {Problem[]} warnings
 */
/**
 * @typedef {object} Supposition What is supposed; literals are 'id' or '!id'.
 * @property {readonly string[]} [on] hold
 * @property {readonly string[]} [off] do not hold
 * @property {boolean} [strict] without contrast and without specificity
 */
/**
 * @typedef {object} Answer One view's answer, as `proviso ask --json` prints it.
 * @property {string[]} view actor ids, the holder last
 * @property {string} target
 * @property {string} status assumed, even, open, predicted, conflict, unresolved, uncommitted, silent
 * @property {string | null} reason why it is silent
 * @property {string[]} reasons
 * @property {string | null} literal
 * @property {string | null} strength
 * @property {boolean} derived
 * @property {boolean} attenuated
 * @property {'+' | '-' | '0' | '?' | null} direction
 * @property {string | null} directionReason
 * @property {unknown} because steps, or { literal, strength, steps }
 * @property {unknown} against
 * @property {string[]} missing
 * @property {{ claim: string, by: string }[]} switchedOff
 * @property {Record<string, unknown>[]} near
 * @property {Record<string, unknown>[]} notes
 * @property {string} words all of it in one line of English, as every view says it
 */
/**
 * @typedef {object} Verdict An answer without its reasons, about the outcome itself.
 * @property {readonly string[]} view
 * @property {string} status
 * @property {string | null} literal the assumption or forecast
 * @property {string | null} strength
 * @property {boolean} attenuated weaker than the weakest word there is
 * @property {'+' | '-' | '0' | '?' | null} direction
 */
/**
 * @typedef {object} Hit
 * @property {string} table
 * @property {string} id
 * @property {string} name
 */
/**
 * @typedef {object} Located What a text says about the passages of its document.
 * @property {string} document
 * @property {boolean} sameText
 * @property {Record<string, number>} counts
 * @property {{ passage: string, verdict: string, places: { start: number, end: number }[],
 *   share?: number }[]} passages
 */

/** What could not be done, and why: `problems`, of which the first is also spread out here. */
export class CoreError extends Error {
  /** @param {Problem[]} problems @param {unknown} [cause] */
  constructor(problems, cause) {
    const first = problems[0];
    super(first.rule + (first.remedy ? ` ${first.remedy}` : ''));
    this.name = 'CoreError';
    /** @type {Problem[]} */ this.problems = problems;
    /** @type {string} */ this.code = first.code;
    /** @type {string} */ this.pointer = first.pointer;
    /** @type {number} */ this.line = first.line;
    /** @type {number} */ this.column = first.column;
    /** @type {string} */ this.rule = first.rule;
    /** @type {string} */ this.remedy = first.remedy;
    if (cause !== undefined) this.cause = cause;
  }
}

/** @param {string} code @param {string} rule @param {string} remedy @param {unknown} [cause] */
function trouble(code, rule, remedy, cause) {
  return new CoreError([{ code, pointer: '', line: 0, column: 0, rule, remedy }], cause);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param {unknown} input @returns {Uint8Array} */
function bytesOf(input) {
  if (typeof input === 'string') return encoder.encode(input);
  if (input instanceof Uint8Array) return input;
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  throw trouble('call', 'This is neither text nor bytes.', 'Pass a string, Uint8Array or ArrayBuffer.');
}

/**
 * The own field `key` of what a caller passed; never an inherited one.
 * @param {any} options @param {string} key
 */
function own(options, key) {
  return options != null && Object.hasOwn(options, key) ? options[key] : undefined;
}

/** @param {unknown} list @returns {string[]} */
function strings(list) {
  return list == null ? [] : Array.from(/** @type {Iterable<unknown>} */ (list), String);
}

/** @param {Supposition | undefined} options */
function supposition(options) {
  return {
    on: strings(own(options, 'on')),
    off: strings(own(options, 'off')),
    strict: own(options, 'strict') === true,
  };
}

/** @param {any} options @returns {'first' | undefined} */
function topicsOf(options) {
  return own(options, 'topics') === 'first' ? 'first' : undefined;
}

/** @param {Uint8Array} bytes little-endian, as the program's memory is */
function numbers(bytes) {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

/** The values of a facet, and where each stands; the latter is made when it is first asked for. */
class Places {
  #places;

  /** @param {string[]} values */
  constructor(values) {
    this.values = values;
  }

  /** @param {string} value */
  of(value) {
    this.#places ??= new Map(this.values.map((one, at) => [one, at]));
    return this.#places.get(value);
  }
}

/**
 * The claims that each value of a facet would show, read like a Map. It looks into the counts as
 * they came: a Map of thousands of values would take longer to make than to count.
 * @implements {ReadonlyMap<string, number>}
 */
class Counts {
  #places;
  #counts;
  #size = -1;

  /** @param {Places} places @param {Uint32Array} counts */
  constructor(places, counts) {
    this.#places = places;
    this.#counts = counts;
  }

  get size() {
    if (this.#size < 0) this.#size = this.#counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
    return this.#size;
  }

  /** @param {string} value */
  get(value) {
    const at = this.#places.of(value);
    return at === undefined ? undefined : this.#counts[at] || undefined;
  }

  /** @param {string} value */
  has(value) {
    return this.get(value) !== undefined;
  }

  /** @returns {MapIterator<[string, number]>} */
  *entries() {
    const { values } = this.#places;
    for (let at = 0; at < values.length; ++at)
      if (this.#counts[at] > 0) yield [values[at], this.#counts[at]];
  }

  /** @returns {MapIterator<string>} */
  *keys() {
    for (const [value] of this.entries()) yield value;
  }

  /** @returns {MapIterator<number>} */
  *values() {
    for (const [, count] of this.entries()) yield count;
  }

  /** @param {(count: number, value: string, all: ReadonlyMap<string, number>) => void} use @param {any} [self] */
  forEach(use, self) {
    for (const [value, count] of this.entries()) use.call(self, count, value, this);
  }

  [Symbol.iterator]() {
    return this.entries();
  }
}

/** @typedef {{ HEAPU8: Uint8Array } & Record<`_${string}`, (...numbers: number[]) => number>} Program Emscripten's module. */

/** The one way into an instance: after a trap nobody calls any of it again. */
class Instance {
  #module;
  /** @type {CoreError | undefined} */ #dead;

  /** @param {Program} module */
  constructor(module) {
    this.#module = module;
  }

  get crashed() {
    return this.#dead !== undefined;
  }

  /** @template T @param {(module: Program) => T} work @returns {T} */
  gate(work) {
    if (this.#dead) throw this.#dead;
    try {
      return work(this.#module);
    } catch (error) {
      if (error instanceof CoreError) throw error;
      this.#dead = trouble('crash', 'The program stopped in the middle of its work.',
        'Load another one; this one answers no more.', error);
      this.#module = undefined;
      throw this.#dead;
    }
  }

  /**
   * Carries out a request; memory may move in each call, so nothing keeps a view of it.
   * @param {number} self @param {object} request @param {Uint8Array} [payload]
   * @returns {{ done: boolean, bytes: Uint8Array }}
   */
  call(self, request, payload) {
    const head = encoder.encode(JSON.stringify(request));
    return this.gate((module) => {
      const at = module._proviso_core_input(self, head.length + (payload?.length ?? 0)) >>> 0;
      if (!at) throw trouble('limit', 'This is too large to be read here.', 'Pass less than a gigabyte.');
      module.HEAPU8.set(head, at);
      if (payload) module.HEAPU8.set(payload, at + head.length);
      const done = module._proviso_core_call(self, head.length) === 1;
      const from = module._proviso_core_output(self) >>> 0;
      return { done, bytes: module.HEAPU8.slice(from, from + module._proviso_core_output_size(self)) };
    });
  }
}

/** A loaded program; any number of datasets can be open in it. */
class Core {
  #instance;

  /** @param {Instance} instance */
  constructor(instance) {
    this.#instance = instance;
  }

  /** True once the program trapped: every further call throws a CoreError with the code crash. */
  get crashed() {
    return this.#instance.crashed;
  }

  /**
   * What is wrong with a file, as `proviso check --json` says it. Bad files are no exception.
   * @param {string | Uint8Array | ArrayBuffer} file
   * @param {{ limits?: 'none' }} [options]
   * @returns {CheckReport}
   */
  check(file, options) {
    const self = this.#create();
    try {
      return JSON.parse(decoder.decode(this.#open(self, file, options).bytes));
    } finally {
      this.#destroy(self);
    }
  }

  /**
   * Opens a dataset. Throws a CoreError with all problems if it has any errors.
   * @param {string | Uint8Array | ArrayBuffer} file
   * @param {{ limits?: 'none' }} [options]
   */
  open(file, options) {
    const self = this.#create();
    try {
      const { done, bytes } = this.#open(self, file, options);
      const report = JSON.parse(decoder.decode(bytes));
      if (!done) throw new CoreError(report.errors);
      return new Data(this.#instance, self, report);
    } catch (error) {
      this.#destroy(self);
      throw error;
    }
  }

  /**
   * The plain text of a text file, a page or a word processor's document (.txt, .html, .docx, .odt): paragraphs
   * parted by blank lines. Throws a CoreError for what is damaged, and for what is not read.
   * @param {string | Uint8Array | ArrayBuffer} file
   * @param {string} name whose ending says what it is
   * @returns {string}
   */
  plainText(file, name) {
    const self = this.#create();
    try {
      const { done, bytes } = this.#instance.call(self, { do: 'text', name: String(name) }, bytesOf(file));
      const words = decoder.decode(bytes);
      if (!done) throw new CoreError(JSON.parse(words).errors);
      return words;
    } finally {
      this.#destroy(self);
    }
  }

  /**
   * What becomes of another tool's file: a dataset, as canonical JSON in `dataset`, and what is to be said of it.
   * Throws a CoreError for what is damaged, and for what is not read.
   * @param {string | Uint8Array | ArrayBuffer} file
   * @param {string} name
   * @param {object} [help] what is said beside it: cells that are corrected, texts, what codes mean
   * @returns {Uint8Array} JSON, as core/exchange/import_file.h has it
   */
  importFile(file, name, help = {}) {
    return this.#ofFile({ do: 'import', name: String(name), help }, bytesOf(file));
  }

  /**
   * What `exportFile` writes: JSON, a list of {name, about, ending, lost}.
   * @returns {Uint8Array}
   */
  exportFormats() {
    return this.#ofFile({ do: 'formats' }, new Uint8Array());
  }

  /**
   * A dataset in another tool's format. Throws a CoreError where that format needs what is not there.
   * @param {string | Uint8Array | ArrayBuffer} file a dataset
   * @param {string} format the name of one of `exportFormats`
   * @returns {Uint8Array}
   */
  exportFile(file, format) {
    return this.#ofFile({ do: 'export', format: String(format) }, bytesOf(file));
  }

  /** @param {object} request @param {Uint8Array} payload */
  #ofFile(request, payload) {
    const self = this.#create();
    try {
      const { done, bytes } = this.#instance.call(self, request, payload);
      if (!done) throw new CoreError(JSON.parse(decoder.decode(bytes)).errors);
      return bytes.slice();
    } finally {
      this.#destroy(self);
    }
  }

  #create() {
    return this.#instance.gate((module) => module._proviso_core_create());
  }

  /** @param {number} self */
  #destroy(self) {
    if (!this.crashed) this.#instance.gate((module) => module._proviso_core_destroy(self));
  }

  /** @param {number} self @param {any} file @param {any} options */
  #open(self, file, options) {
    return this.#instance.call(self, { do: 'open', limits: own(options, 'limits') }, bytesOf(file));
  }
}

/** An open dataset. */
class Data {
  #instance;
  #self;
  #asked = 0; // Live answers are kept for one outcome at a time.
  /** @type {Map<string | undefined, Map<string, Places>>} */ #values = new Map();

  /** @param {Instance} instance @param {number} self @param {CheckReport} report */
  constructor(instance, self, report) {
    this.#instance = instance;
    this.#self = self;
    /** Records by table. @readonly @type {Record<string, number>} */
    this.counts = report.counts ?? {};
    /** What is questionable about the dataset. @readonly */
    this.warnings = report.warnings;
  }

  /** The dataset's digest: SHA-256 of its canonical bytes. @returns {string} */
  get digest() {
    return this.#json({ do: 'digest' }).sha256;
  }

  /** What is known of the dataset since it was opened. @returns {CheckReport} */
  check() {
    return { counts: this.counts, errors: [], warnings: this.warnings };
  }

  /**
   * What each view's own words imply on `target`, and why; one view's if `view` (actor ids joined
   * by '>') names one.
   * @param {{ target: string, view?: string } & Supposition} question
   * @returns {Answer[]}
   */
  ask(question) {
    const view = own(question, 'view');
    return this.#json({
      do: 'ask',
      target: String(own(question, 'target')),
      view: view == null ? undefined : String(view),
      ...supposition(question),
    });
  }

  /**
   * All views' verdicts on one outcome, kept up to date while levers move. The last one asked for
   * is the one that is kept.
   * @param {string} target a proposition's id
   */
  live(target) {
    const words = this.#json({ do: 'live', target: String(target) });
    const turn = ++this.#asked;
    return new Live(words, String(target), (options) => {
      if (turn !== this.#asked)
        throw trouble('call', 'Another outcome is being asked about.', 'Call live() again.');
      return this.#call({ do: 'suppose', ...supposition(options) });
    });
  }

  /**
   * Records that hold these words, best first; `nearest` is a word that there is, if none does.
   * @param {string} words
   * @param {{ tables?: readonly string[], limit?: number }} [options]
   * @returns {{ words: string, hits: Hit[], nearest?: string }}
   */
  find(words, options) {
    const limit = own(options, 'limit');
    return this.#json({
      do: 'find',
      words: String(words),
      tables: strings(own(options, 'tables')),
      limit: Number.isSafeInteger(limit) && limit >= 0 ? limit : undefined,
    });
  }

  /**
   * How many claims each value of each facet would show: OR inside a facet, AND between facets,
   * the counts of a facet without its own filter. Values that would show none are left out.
   * @param {Record<string, readonly string[]>} [filter] wanted values by facet
   * @param {{ topics?: 'first' }} [options] count a claim under its first topic alone
   * @returns {Map<string, ReadonlyMap<string, number>>} values as written, sorted
   */
  facets(filter, options) {
    const topics = topicsOf(options);
    const wanted = Object.fromEntries(
      Object.entries(filter ?? {}).map(([facet, values]) => [facet, strings(values)]));
    const counts = numbers(this.#call({ do: 'count', filter: wanted, topics }));
    const result = new Map();
    let at = 0;
    for (const [facet, places] of this.#valuesOf(topics)) {
      result.set(facet, new Counts(places, counts.subarray(at, at + places.values.length)));
      at += places.values.length;
    }
    return result;
  }

  /**
   * How many claims have each combination of values of three facets: a matrix of holders and topics
   * by modality, for example. Only combinations that some claim has.
   * @param {readonly [string, string, string]} [by]
   * @param {{ topics?: 'first' }} [options] count a claim under its first topic alone
   * @returns {{ values: string[][], size: number, cells: Uint32Array }} `cells` has four numbers
   *   each: places in the three lists of `values`, and claims
   */
  matrix(by = ['holder', 'topic', 'modality'], options) {
    const topics = topicsOf(options);
    const facets = strings(by);
    const cells = numbers(this.#call({ do: 'cells', facets, topics }));
    const values = this.#valuesOf(topics);
    return { values: facets.map((facet) => values.get(facet)?.values ?? []), size: cells.length / 4, cells };
  }

  /** @param {'first' | undefined} topics @returns {Map<string, Places>} */
  #valuesOf(topics) {
    let values = this.#values.get(topics);
    if (!values) {
      values = new Map();
      for (const [facet, list] of Object.entries(this.#json({ do: 'values', topics })))
        values.set(facet, new Places(list));
      this.#values.set(topics, values);
    }
    return values;
  }

  /**
   * Where a document's passages stand in your own copy of its text.
   * @param {string} document its id
   * @param {string | Uint8Array | ArrayBuffer} text
   * @returns {Located}
   */
  locate(document, text) {
    return this.#json({ do: 'locate', document: String(document) }, bytesOf(text));
  }

  /** The text version: files with relative paths. @returns {{ path: string, text: string }[]} */
  page() {
    return this.#json({ do: 'page' });
  }

  /**
   * What a page shows before an explorer runs, as HTML.
   * @param {{ text?: string }} [options] the folder of the text version, ending in '/'
   * @returns {string}
   */
  skeleton(options) {
    return decoder.decode(this.#call({ do: 'skeleton', text: String(own(options, 'text') ?? 'text/') }));
  }

  /** The whole dataset as one fragment of HTML that needs no other page. @returns {string} */
  outline() {
    return decoder.decode(this.#call({ do: 'outline' }));
  }

  /**
   * One table (a name in `counts`) as CSV, all fields of its records; data/FORMAT.md, "CSV".
   * @param {string} table
   */
  csv(table) {
    return decoder.decode(this.#call({ do: 'csv', table: String(table) }));
  }

  /** The canonical bytes of the dataset. @returns {Uint8Array} */
  canonical() {
    return this.#call({ do: 'canon' });
  }

  /** Gives the memory back; every later call throws. */
  free() {
    const self = this.#self;
    this.#self = 0;
    if (self && !this.#instance.crashed)
      this.#instance.gate((module) => module._proviso_core_destroy(self));
  }

  /** @param {object} request @param {Uint8Array} [payload] */
  #call(request, payload) {
    if (!this.#self) throw trouble('call', 'This dataset was freed.', 'Open it again.');
    const { done, bytes } = this.#instance.call(this.#self, request, payload);
    if (!done) throw new CoreError(JSON.parse(decoder.decode(bytes)).errors);
    return bytes;
  }

  /** @param {object} request @param {Uint8Array} [payload] @returns {any} */
  #json(request, payload) {
    return JSON.parse(decoder.decode(this.#call(request, payload)));
  }
}

/** @typedef {{ views: string[][], statuses: string[], directions: ('+' | '-' | '0' | '?' | '')[], strengths: string[] }} LiveWords */

/** Live answers on one outcome. */
class Live {
  #words;
  #suppose;
  #bytes;

  /** @param {LiveWords} words @param {string} target @param {(options?: Supposition) => Uint8Array} suppose */
  constructor(words, target, suppose) {
    this.#words = words;
    this.#suppose = suppose;
    /** @readonly */
    this.target = target;
    /** Each view as actor ids, the holder last. @readonly @type {readonly string[][]} */
    this.views = words.views;
    this.#bytes = suppose();
  }

  /** Moves the levers; those not named are open. @param {Supposition} [options] @returns {this} */
  suppose(options) {
    this.#bytes = this.#suppose(options);
    return this;
  }

  /** How many views have each status. @returns {Map<string, number>} */
  tally() {
    const counts = new Array(this.#words.statuses.length).fill(0);
    for (let i = 0; i < this.#bytes.length; i += 4) ++counts[this.#bytes[i]];
    return new Map(counts.map((count, i) => [this.#words.statuses[i], count]));
  }

  /** How many views have each direction, '' for none. @returns {Map<string, number>} */
  directions() {
    const counts = new Array(this.#words.directions.length).fill(0);
    for (let i = 3; i < this.#bytes.length; i += 4) ++counts[this.#bytes[i]];
    return new Map(counts.map((count, i) => [this.#words.directions[i], count]));
  }

  /** The verdict of view `i`. @param {number} i @returns {Verdict} */
  at(i) {
    const { statuses, directions, strengths } = this.#words;
    const [code, negated, deficit, direction] = this.#bytes.subarray(i * 4, i * 4 + 4);
    const status = statuses[code];
    const sided = status === 'predicted' || status === 'assumed';
    const predicted = status === 'predicted';
    return {
      view: this.views[i],
      status,
      literal: sided ? (negated ? '!' : '') + this.target : null,
      strength: predicted ? strengths[Math.min(deficit, strengths.length - 1)] : null,
      attenuated: predicted && deficit >= strengths.length,
      direction: directions[direction] || null,
    };
  }
}

/** @type {Map<string, Promise<WebAssembly.Module>>} */
const compiled = new Map();

/** @param {URL} url @returns {Promise<BufferSource>} */
async function read(url) {
  if (url.protocol === 'file:') {
    const files = 'node:fs/promises'; // In a variable: bundlers for pages leave it alone.
    return (await import(/* @vite-ignore */ /* webpackIgnore: true */ files)).readFile(url);
  }
  const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response.arrayBuffer();
}

/**
 * Where core.wasm is. Bundlers move what the first line names and say where to, for pages; one that
 * renders pages on a server says it there, too, where no file has such an address.
 */
function ownProgram() {
  const moved = new URL('core.wasm', import.meta.url);
  const here = String(import.meta.url);
  const address = URL.canParse?.(String(moved)) ?? true;
  return address || !here.startsWith('file:') ? moved : new URL(here.replace(/[^/]*$/, 'core.wasm'));
}

/** @param {any} wasm @returns {Promise<WebAssembly.Module>} */
async function compile(wasm) {
  if (wasm instanceof WebAssembly.Module) return wasm;
  if (wasm instanceof ArrayBuffer || ArrayBuffer.isView(wasm))
    return WebAssembly.compile(/** @type {BufferSource} */ (wasm));
  const url = wasm === undefined ? ownProgram() : new URL(wasm, import.meta.url);
  let module = compiled.get(url.href);
  if (!module) {
    module = read(url).then((bytes) => WebAssembly.compile(bytes));
    compiled.set(url.href, module);
    module.catch(() => compiled.delete(url.href)); // A later try may find the network again.
  }
  return module;
}

/**
 * Loads the program: an instance of its own, with memory of its own.
 * @param {{ wasm?: string | URL | BufferSource | WebAssembly.Module }} [options] `wasm`: where
 *   core.wasm is, if not beside this file, or its bytes
 * @returns {Promise<Core>}
 */
export async function loadCore(options) {
  let program;
  try {
    program = await compile(own(options, 'wasm'));
  } catch (error) {
    throw trouble(error instanceof WebAssembly.CompileError ? 'csp' : 'network',
      'The program did not arrive.', 'See the cause; core.wasm belongs beside core.js.', error);
  }
  const module = await new Promise((done, failed) => {
    create({
      noInitialRun: true,
      print() {},
      printErr() {},
      /** @param {WebAssembly.Imports} imports @param {(i: WebAssembly.Instance, m: any) => void} start */
      instantiateWasm(imports, start) {
        WebAssembly.instantiate(program, imports).then((instance) => start(instance, program)).catch(failed);
        return {};
      },
    }).then(done, failed);
  });
  return new Core(new Instance(module));
}
