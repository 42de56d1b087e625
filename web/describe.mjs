// What the element has, read from its declarations: custom-elements.json for editors, and the tables
// of the package's README. Whatever a comment does not say is missing here, and a test says so.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

import ts from 'typescript';

const TAG = 'proviso-explorer';

/// A comment's words, and its tags as [name, words].
function comment(node) {
  const docs = node.jsDoc ?? [];
  const text = (part) => (typeof part === 'string' ? part : ts.getTextOfJSDocComment(part) ?? '').replace(/\s+/g, ' ').trim();
  return docs.map((doc) => text(doc.comment)).filter(Boolean).join(' ');
}

const parse = (path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
const find = (file, name) => file.statements.find((one) => one.name?.text === name);
const typeText = (node, file) => node?.getText(file).replace(/import\("[^"]+"\)\./g, '').replace(/\s+/g, ' ') ?? 'void';

/// The tags of the class's own comment: `@slot name words`.
function tagged(source, tag) {
  const block = /\/\*\*\n \* An explorer of a dataset in any page\.[^]*?\*\//.exec(source)[0];
  return [...block.matchAll(new RegExp(`@${tag} (?:\\{(.+?)\\} )?(\\S+)(?: ([^\\n]*))?`, 'g'))]
    .map(([, type, name, words = '']) => ({name: name === '-' ? '' : name, type, description: words}));
}

/// `folder`: where the declarations are; `web`: the sources; `source`: element.js with its comments.
export function describe({folder, web, source, version}) {
  const properties = [], methods = [];
  for (const [path, name] of [['attributes.d.ts', 'AttributedElement'], ['element.d.ts', 'ProvisoExplorerElement']]) {
    const file = parse(join(folder, path));
    for (const member of find(file, name).members) {
      const key = member.name?.getText(file);
      if (!key || /^#|^\[|Callback$/.test(key) || member.modifiers?.some(({kind}) => kind === ts.SyntaxKind.PrivateKeyword)) continue;
      const isStatic = member.modifiers?.some(({kind}) => kind === ts.SyntaxKind.StaticKeyword) ?? false;
      if (isStatic && key !== 'configure') continue;
      const description = comment(member);
      if (ts.isMethodDeclaration(member)) {
        methods.push({name: key, static: isStatic, description, parameters: member.parameters.map((one) => one.getText(file)
          .replace(/import\("[^"]+"\)\./g, '').replace(/\s+/g, ' ')), type: typeText(member.type, file)});
      } else if (ts.isGetAccessor(member) || ts.isPropertyDeclaration(member)) {
        properties.push({name: key, description, type: typeText(member.type, file),
          readonly: ts.isGetAccessor(member) && !find(file, name).members.some((other) => ts.isSetAccessor(other) && other.name.getText(file) === key)});
      }
    }
  }
  const reports = parse(join(folder, 'reports.d.ts'));
  const events = find(reports, 'ProvisoEvents').type.members.map((member) => ({
    name: member.name.text, type: typeText(member.type, reports), description: comment(member)}));
  const named = [.../ATTRIBUTES = (\[[^\]]*\])/.exec(readFileSync(join(web, 'attributes.js'), 'utf8'))[1].matchAll(/'(\w+)'/g)].map(([, one]) => one);
  const told = tagged(source, 'attr');
  return {
    version, properties, methods, events,
    attributes: [...named, 'disabled'].map((name) => {
      const property = properties.find((one) => one.name === name);
      const own = told.find((one) => one.name === name);
      return {name, type: property?.type ?? own?.type ?? 'string', description: own?.description || property?.description || ''};
    }),
    slots: tagged(source, 'slot'), parts: tagged(source, 'csspart'), cssProperties: tagged(source, 'cssprop'), cssStates: tagged(source, 'cssstate'),
  };
}

/// For editors: https://github.com/webcomponents/custom-elements-manifest, version 2.
export function manifestOf({properties, methods, events, attributes, slots, parts, cssProperties, cssStates}) {
  const typed = ({name, type, description}) => ({name, description, type: {text: type}});
  return {
    schemaVersion: '2.1.0', readme: 'README.md',
    modules: [{
      kind: 'javascript-module', path: 'element.js',
      declarations: [{
        kind: 'class', name: 'ProvisoExplorerElement', customElement: true, tagName: TAG, superclass: {name: 'HTMLElement'},
        description: 'An explorer of a dataset in any page.',
        attributes: attributes.map((one) => ({...typed(one), fieldName: one.name})),
        members: [
          ...properties.map((one) => ({kind: 'field', ...typed(one), ...(one.readonly && {readonly: true})})),
          ...methods.map(({name, description, parameters, type, static: isStatic}) => ({kind: 'method', name, description, ...(isStatic && {static: true}),
            parameters: parameters.map((text) => ({name: text.split(/[?:]/)[0].replace('...', ''), type: {text: text.replace(/^[^:]*:\s*/, '')}})),
            return: {type: {text: type}}})),
        ],
        events: events.map(typed), slots, cssParts: parts, cssProperties, cssStates,
      }],
      exports: [{kind: 'js', name: 'ProvisoExplorerElement', declaration: {name: 'ProvisoExplorerElement', module: 'element.js'}}],
    }, {
      kind: 'javascript-module', path: 'auto.js',
      exports: [{kind: 'custom-element-definition', name: TAG, declaration: {name: 'ProvisoExplorerElement', module: 'element.js'}}],
    }],
  };
}

/// The tables of the README.
export function tablesOf(all) {
  const cell = (text) => text.replaceAll('|', '\\|');
  const table = (title, heads, rows) => `### ${title}\n\n| ${heads.join(' | ')} |\n|${heads.map(() => '---').join('|')}|\n${
    rows.map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')}\n`;
  const code = (text) => `\`${text}\``;
  return [
    table('Attributes', ['name', 'type', 'what'], all.attributes.map(({name, type, description}) => [code(name), code(type), description])),
    table('Properties', ['name', 'type', 'what'], all.properties.map(({name, type, description, readonly}) =>
      [code(name), code(type), description + (readonly ? ' (read only)' : '')])),
    table('Methods', ['call', 'returns', 'what'], all.methods.map(({name, parameters, type, description, static: isStatic}) =>
      [code(`${isStatic ? 'ProvisoExplorerElement.' : ''}${name}(${parameters.join(', ')})`), code(type), description])),
    table('Events', ['name', 'detail', 'what'], all.events.map(({name, type, description}) => [code(name), code(type.replace(/^CustomEvent<(.*)>$/, '$1')), description])),
    table('Slots', ['name', 'what'], all.slots.map(({name, description}) => [name ? code(name) : '(none)', description])),
    table('Parts', ['name', 'what'], all.parts.map(({name, description}) => [code(name), description])),
    table('Custom properties', ['name', 'what'], all.cssProperties.map(({name, description}) => [code(name), description])),
    table('States', ['`:state(…)`', 'what'], all.cssStates.map(({name, description}) => [code(name), description])),
  ].join('\n');
}
