// The page outside the frame: it asks by the port, and shows what is looked at inside.
import { mountFrame } from '../frame.js';

const explorer = mountFrame(document.getElementById('frame'));
const looked = document.getElementById('looked');

explorer.addEventListener('proviso-load', ({ detail }) => { looked.textContent = `${detail.counts.claims} claims are in it.`; });
explorer.addEventListener('proviso-select', ({ detail: { ids } }) => {
  looked.textContent = ids.length ? `Looked at: ${ids.join(' and ')}` : 'Nothing is looked at.';
});
document.getElementById('search').addEventListener('submit', async (event) => {
  event.preventDefault();
  const { hits, nearest } = await explorer.find(document.getElementById('words').value);
  if (hits.length) await explorer.select([hits[0].id]);
  looked.textContent = hits.length ? `${hits.length} found; shown: ${hits[0].name}` :
    nearest ? `Nothing found. Did you mean “${nearest}”?` : 'Nothing found.';
});
