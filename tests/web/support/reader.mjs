// A scripted screen reader: reads the page through the accessibility bus, as Orca does, and knows
// nothing of the DOM. The browser must have been launched with `accessible: true`, on a bus of its
// own (dbus-run-session).
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

const script = fileURLToPath(new URL('atspi.py', import.meta.url));
const programs = {chromium: 'chrom', firefox: 'firefox', webkit: ''};

/// What the engines call a role on the bus: [ours, theirs…].
const ROLES = new Map(Object.entries({
  button: ['push button', 'button'], link: ['link'], tab: ['page tab'], tablist: ['page tab list'],
  checkbox: ['check box'], radio: ['radio button'], heading: ['heading'], searchbox: ['entry'],
  textbox: ['entry'], menuitem: ['menu item'], option: ['list item'], listitem: ['list item'],
}));

/// The page as a reader hears it: [{depth, role, name, description, states}] in reading order.
/// Containers without a name and the pieces that a text is made of are passed over.
export async function read(page) {
  const lines = await page.waitFor('the accessibility bus', () => {
    const {status, stdout, stderr} = spawnSync('/usr/bin/python3', ['-W', 'ignore', script, programs[page.engine], 'Proviso'],
      {encoding: 'utf8', maxBuffer: 1 << 27});
    if (status !== 0) throw new Error(stderr.trim());
    return stdout.trim().split('\n').map((line) => JSON.parse(line));
  });
  return lines.map(([depth, role, name, description, states]) =>
    ({depth, role, name: name.replace(/\s+/g, ' ').trim(), description, states}))
    .filter(({role, name}) => name && !['section', 'static'].includes(role));
}

/// What stands under the first node of `role` whose name fits, itself first.
export function under(nodes, role, name) {
  const start = nodes.findIndex((node) => node.role === role && name.test(node.name));
  if (start < 0) return [];
  let end = start + 1;
  while (end < nodes.length && nodes[end].depth > nodes[start].depth) ++end;
  return nodes.slice(start, end);
}

/// How what is heard differs from the core's own tree (`outline`: element.getOutline()): a sentence
/// for each control and heading that is not there, in its place, or not in its state.
export function differences(outline, nodes) {
  const wanted = [];
  const collect = (item) => {
    if (ROLES.has(item.role) && item.name) wanted.push(item);
    for (const child of item.children) collect(child);
  };
  outline.forEach(collect);
  const said = [];
  let at = 0;
  for (const {role, name, checked, selected, expanded} of wanted) {
    const plain = name.replace(/\s+/g, ' ').trim();
    const next = nodes.findIndex((node, i) => i >= at && node.name === plain && ROLES.get(role).includes(node.role));
    if (next < 0) {
      said.push(`no ${role} “${plain}”`);
      continue;
    }
    at = next + 1;
    const has = (state) => nodes[next].states.includes(state);
    if (checked !== undefined && (checked === 'true') !== has('checked')) said.push(`“${plain}” is checked wrongly`);
    if (role === 'tab' && (selected === 'true') !== has('selected')) said.push(`“${plain}” is selected wrongly`);
    if (expanded === 'true' && !has('expanded')) said.push(`“${plain}” is not expanded`);
  }
  return said;
}
