// One WebAssembly instance for one explorer, kept off the page that it lives in.

let compiled; // The page compiles once, however many explorers it has.

/** Fetches and compiles the program, telling `onProgress(loaded, total)`; once a page. */
export function compile(url, onProgress) {
  compiled ??= download(url, onProgress)
    .then((bytes) => WebAssembly.compile(bytes))
    .catch((error) => {
      compiled = undefined; // A later try may find the network again.
      throw error;
    });
  return compiled;
}

async function download(url, onProgress) {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  // What is compressed on the way has no total that fits the bytes that arrive.
  const encoded = response.headers.get('content-encoding');
  const total = encoded ? 0 : Number(response.headers.get('content-length')) || 0;
  const parts = [];
  let loaded = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    loaded += value.length;
    onProgress?.(loaded, total);
  }
  const bytes = new Uint8Array(loaded);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * Starts an instance that draws on `canvas`.
 *
 * SDL looks for the window, the document and '#canvas' through one table; private targets in it
 * keep SDL's listeners off the real ones, and let it work in any number of shadow roots.
 */
export async function instantiate(create, program, canvas) {
  const title = document.title;
  // `create` never hears of an instance that failed, and would wait for ever.
  let fail;
  const failure = new Promise((_, reject) => {
    fail = reject;
  });
  const module = await Promise.race([failure, create({
    canvas,
    noInitialRun: true,
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(program, imports).then((instance) => done(instance, program)).catch(fail);
      return {};
    },
  })]);
  const targets = module.specialHTMLTargets;
  targets[1] = new EventTarget(); // In place of the document.
  targets[2] = new EventTarget(); // In place of the window.
  targets['#canvas'] = canvas;
  if (document.title !== title) document.title = title;
  return module;
}
