// What a page and an explorer in a frame say to each other, over one MessagePort: objects
// { v: 1, type, id?, payload? }. Whatever is of another form, too large or too much is not heard.

export const VERSION = 1;
export const HELLO = 'proviso:hello';
export const LEAST_HEIGHT = 120;
export const MOST_HEIGHT = 4000;
const MOST_CHARACTERS = 2 ** 20;
const MOST_A_SECOND = 50;

/** @typedef {{ v: 1, type: string, id: number, payload: any }} PortMessage */

/**
 * The message, or null if it is none of `types`.
 * @param {unknown} data @param {ReadonlySet<string>} types @returns {PortMessage | null}
 */
export function messageOf(data, types) {
  if (typeof data !== 'object' || data === null) return null;
  const own = (name) => (Object.hasOwn(data, name) ? /** @type {any} */ (data)[name] : undefined);
  const type = own('type');
  const id = own('id') ?? 0;
  const payload = own('payload') ?? null;
  if (own('v') !== VERSION || typeof type !== 'string' || !types.has(type)) return null;
  if (!Number.isSafeInteger(id) || id < 0 || !small(payload)) return null;
  return { v: 1, type, id, payload };
}

/**
 * Whether it has at most a mebibyte, but for files, which have a limit of their own. What is too
 * large is not walked to its end.
 * @param {unknown} payload
 */
export function small(payload) {
  let size = 0;
  const measure = (value, depth) => {
    if (depth > 64) return false;
    if (typeof value === 'string') size += value.length;
    else if (value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value)) size += 8;
    else if (Array.isArray(value)) {
      size += 4 * value.length;
      if (size > MOST_CHARACTERS) return false;
      for (const one of value) if (!measure(one, depth + 1)) return false;
    } else if (typeof value === 'object' && value !== null) {
      for (const key in value) {
        if (!Object.hasOwn(value, key)) continue;
        size += key.length + 4;
        if (size > MOST_CHARACTERS || !measure(value[key], depth + 1)) return false;
      }
    } else size += 8;
    return size <= MOST_CHARACTERS;
  };
  return measure(payload, 0);
}

/** Says how many messages in any second are heard. @returns {(now: number) => boolean} */
export function meter() {
  /** @type {number[]} */
  let times = [];
  return (now) => {
    times = times.filter((time) => now - time < 1000);
    if (times.length >= MOST_A_SECOND) return false;
    times.push(now);
    return true;
  };
}

/** A height as a frame may ask for one, or 0. @param {unknown} value */
export function heightOf(value) {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 0;
  return Math.round(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, value)));
}
