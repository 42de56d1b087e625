// Buttons of the page suppose conditions; what the explorer tells is put into the page's own table.
import '../auto.js';

const explorer = document.getElementById('explorer');
const byId = (id) => document.getElementById(id);
const names = new Map();

explorer.addEventListener('proviso-load', async () => {
  const file = JSON.parse(await (await explorer.save({ format: 'json' })).text());
  for (const { id, label, name } of [...file.propositions, ...file.actors]) names.set(id, label ?? name);
  const levers = file.propositions.filter(({ role }) => role === 'lever').slice(0, 4);
  byId('levers').replaceChildren(...levers.map(({ id, label }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.dataset.proposition = id;
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () =>
      explorer.execute('suppose', { proposition: id, to: button.getAttribute('aria-pressed') === 'true' ? 'open' : 'on' }));
    return button;
  }));
});
explorer.addEventListener('proviso-scenario', ({ detail: { supposed, answers } }) => {
  for (const button of byId('levers').children)
    button.setAttribute('aria-pressed', String(supposed.on.includes(button.dataset.proposition)));
  const speaking = answers.filter(({ status }) => status !== 'silent');
  byId('said').textContent = `${supposed.on.length + supposed.off.length} supposed: ${speaking.length} of ${answers.length} answer.`;
  byId('answers').replaceChildren(...speaking.slice(0, 12).map(({ view, status, literal, direction }) => {
    const row = document.createElement('tr');
    const whose = [...view].reverse().map((id) => names.get(id) ?? id).join(', as reported by ');
    for (const words of [whose, literal?.startsWith('!') ? `${status}: it will not` : status, direction ?? 'none'])
      row.append(Object.assign(document.createElement('td'), { textContent: words }));
    return row;
  }));
});
explorer.addEventListener('proviso-state', () => {
  // The tree that says so comes a frame later.
  requestAnimationFrame(() => { byId('undo').disabled = !explorer.canExecute('undo'); });
});
byId('undo').addEventListener('click', () => explorer.undo());
byId('clear').addEventListener('click', () => explorer.execute('clear'));
byId('save').addEventListener('click', async () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await explorer.save({ format: 'png' }));
  link.download = 'answers.png';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
});
