// How the program and its parts fit together (split.mjs): a part takes functions of the program under
// one name, and the program has stand-ins under another for what is not here yet. Behind each name
// stands what tells one build from another, so that a part fits its own program alone.

const PROGRAM = 'program ';
const LATER = 'later ';

// The core asks for a part before it calls it (core/window/parts.h). If it ever does not, that is a
// trap like any other.
const missing = () => {
  throw new Error('A part of the program was called before it was here.');
};

/**
 * The parts that an explorer will need for what a link says, so that they come along with the program.
 * Only the core knows for sure, and asks for what is not among them.
 * @param {Map<string, string>} fields of the link (fragment.js)
 * @returns {(string | undefined)[]}
 */
export const partsOf = (fields) => [
  fields.get('v'),
  fields.get('sel') || fields.get('why') ? 'details' : undefined,
  fields.get('v') === 'actors' && fields.has('no-edges') ? 'network' : undefined,
];

/**
 * Adds to `imports` what `program` needs to start without its parts. Returns what makes the imports
 * of a part from the exports of the program once it runs.
 * @param {WebAssembly.Module} program @param {WebAssembly.Imports} imports
 * @returns {(exports: any) => WebAssembly.Imports}
 */
export function leaveOut(program, imports) {
  const later = WebAssembly.Module.imports(program).filter(({ module }) => module.startsWith(LATER));
  for (const { module, name } of later) (imports[module] ??= {})[name] = missing;
  return (exports) => ({ [`${PROGRAM}${later[0]?.module.slice(LATER.length)}`]: exports });
}
