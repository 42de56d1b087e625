// Copies the text, and leaves out pictures that are not there: a test makes them (teach_test.mjs).
const text = document.getElementById('text').textContent;
const button = document.getElementById('copy');
const copied = document.getElementById('copied');

button.hidden = !navigator.clipboard;
button.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(text);
    copied.textContent = 'Copied.';
  } catch {
    getSelection().selectAllChildren(document.getElementById('text'));
    copied.textContent = 'The browser refused. The text is selected: copy it with Ctrl C (Cmd C).';
  }
});

for (const image of document.images) {
  const gone = () => { image.closest('figure').hidden = true; };
  if (image.complete && image.naturalWidth === 0) gone();
  else image.addEventListener('error', gone);
}
