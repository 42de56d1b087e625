// What the tests of the page do again and again.

/// Opens `address` and waits until the explorer runs and has come to rest.
export async function open(page, address) {
  await page.goto(address);
  await running(page);
}

export async function running(page) {
  await page.waitFor('the explorer to run', async () => {
    const [runs, note] = await page.evaluate(() =>
      [document.body.classList.contains('running'), document.getElementById('note').textContent]);
    if (/could not start|which the explorer needs/.test(note)) throw new Error(note);
    return runs;
  }, 60_000);
  await page.settle();
}

/// The fragment of the page's address as { v: …, sel: …, … }.
export async function place(page) {
  const hash = await page.evaluate(() => location.hash);
  return Object.fromEntries(new URLSearchParams(hash.slice(1)));
}

/// How wide and high the canvas is: [css, css, backing, backing].
export const canvasSize = (page) => page.evaluate(() => {
  const canvas = document.querySelector('#explorer').shadowRoot.querySelector('canvas');
  const {width, height} = canvas.getBoundingClientRect();
  return [width, height, canvas.width, canvas.height];
});

/// Drops a file on the explorer, as a reader does from a folder. True if the page took it.
export const drop = (page, name, content) => page.evaluate((name, content) => {
  const data = new DataTransfer();
  data.items.add(new File([content], name));
  const host = document.querySelector('#explorer');
  const send = (type) => !host.dispatchEvent(
    new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true, composed: true}));
  return send('dragover') && send('drop');
}, name, content);

/// Chooses a file in the field that "Choose a file…" opens; the system's window is no part of a page.
export const choose = (page, name, content) => page.evaluate((name, content) => {
  const data = new DataTransfer();
  data.items.add(new File([content], name));
  const field = document.querySelector('#explorer').shadowRoot.querySelector('input[type=file]');
  field.files = data.files;
  field.dispatchEvent(new Event('change'));
}, name, content);
