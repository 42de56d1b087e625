// Files that the reader asked for: handed to the browser as downloads.

const REVOKE_AFTER = 60_000; // The browser may still be reading; nothing tells when it is done.

/** Media type and content of what the core saves: what is no text comes in base64. */
export function contentOf({ media, text }) {
  const [type, coding] = media.split(';base64');
  return coding === undefined ? [media, text] : [type, Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))];
}

/** Saves `content` (text or a Blob) under `name`. Only ever after something the reader did. */
export function save(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER);
}

/**
 * Saves what `canvas` shows as PNG. `draw(times)` draws it with so many times its usual pixels; the
 * picture is taken before anything else can happen, since a canvas is empty once it is shown.
 * `tell(done)` hears whether there was a picture.
 */
export function savePng(name, canvas, draw, tell) {
  draw(2);
  canvas.toBlob((blob) => {
    if (blob) save(name, 'image/png', blob);
    tell(Boolean(blob));
  }, 'image/png');
  draw(1);
}
