// The article's own search, which knows nothing of the explorers: what a reader types stays here.
import '../auto.js';

const field = document.getElementById('words');
const found = document.getElementById('found');
const paragraphs = [...document.querySelectorAll('main > p:not(.kicker)')].map((node) => ({ node, text: node.textContent }));

field.addEventListener('input', () => {
  const words = field.value.trim().toLowerCase();
  let count = 0;
  for (const { node, text } of paragraphs) {
    const parts = [];
    let from = 0;
    for (let at; words && (at = text.toLowerCase().indexOf(words, from)) >= 0; from = at + words.length) {
      const mark = document.createElement('mark');
      mark.textContent = text.slice(at, at + words.length);
      parts.push(text.slice(from, at), mark);
      ++count;
    }
    node.replaceChildren(...parts, text.slice(from));
  }
  found.textContent = words ? `${count} ${count === 1 ? 'place' : 'places'}` : '';
});
document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
