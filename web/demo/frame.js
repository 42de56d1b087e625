// The page outside the frame: it asks by the port, and shows the selection inside.
import { mountFrame } from '../frame.js';

const explorer = mountFrame(document.getElementById('frame'));
const looked = document.getElementById('looked');

explorer.addEventListener('proviso-load', ({ detail }) => { looked.textContent = `${detail.counts.claims} claims are in it.`; });
let found; // What the search has shown: that event may come before or after the answer.
explorer.addEventListener('proviso-select', ({ detail: { ids } }) => {
  if (!ids.length) looked.textContent = 'Nothing is looked at.';
  else looked.textContent = ids[0] === found?.id ? found.words : `Looked at: ${ids.join(' and ')}`;
});
document.getElementById('search').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { hits, nearest } = await explorer.find(document.getElementById('words').value);
  if (hits.length) {
    found = { id: hits[0].id, words: `${hits.length} found; shown: ${hits[0].name}` };
    await explorer.select([found.id]);
  }
  looked.textContent = hits.length ? found.words :
    nearest ? `Nothing found. Did you mean “${nearest}”?` : 'Nothing found.';
});
