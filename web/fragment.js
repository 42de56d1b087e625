// Links of an explorer (data/FORMAT.md, "Links"): `key=value` joined by `&`, values
// percent-encoded, lists with commas.

/** @param {string} fragment with or without `#` @returns {Map<string, string>} values as written */
export function fieldsOf(fragment) {
  const fields = new Map();
  for (const part of fragment.replace(/^#/, '').split('&')) {
    const at = part.indexOf('=');
    if (part) fields.set(at < 0 ? part : part.slice(0, at), at < 0 ? '' : part.slice(at + 1));
  }
  return fields;
}

/**
 * `fragment` with some values changed: a string, a list of strings, or nothing to leave it out.
 * @param {string} fragment
 * @param {Record<string, string | readonly string[] | boolean | number | null | undefined>} changes
 */
export function withFields(fragment, changes) {
  const fields = fieldsOf(fragment);
  for (const [key, value] of Object.entries(changes)) {
    const text = Array.isArray(value) ? value.map((one) => encodeURIComponent(one)).join(',') :
      value === true ? '1' : value === false || value == null ? '' : encodeURIComponent(String(value));
    if (text) fields.set(key, text);
    else fields.delete(key);
  }
  return [...fields].map(([key, value]) => `${key}=${value}`).join('&');
}

/** @param {string | undefined} value @returns {string[]} */
export function listOf(value) {
  return value ? value.split(',').map(textOf) : [];
}

/** @param {string | undefined} value */
export function textOf(value) {
  try {
    return decodeURIComponent(value ?? '');
  } catch {
    return value ?? '';
  }
}

/** Opens an address of the data in a tab of its own, which knows nothing of this one. @param {string} href */
export function openAddress(href) {
  const link = document.createElement('a');
  link.href = href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow ugc';
  link.click();
}

/** The address as it may be opened, or '' for anything but the three schemes. @param {string} text */
export function safeAddress(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    return '';
  }
  return ['https:', 'http:', 'mailto:'].includes(url.protocol) ? url.href : '';
}
