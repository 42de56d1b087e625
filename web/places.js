// Places in a page, `<!--[name-->` to `<!--name]-->`, that are filled anew for a dataset: head, text and
// data in a page of one file, head, text and explorer in index.html. `proviso publish`
// (core/pages/publish.cpp) fills the same.

/** @param {string} name */
const place = (name) => new RegExp(`<!--\\[${name}-->[^]*?<!--${name}\\]-->`);

/**
 * `page` with what stands in its places replaced; throws if one is not there.
 * @param {string} page @param {Record<string, string>} contents
 */
export function fill(page, contents) {
  for (const [name, content] of Object.entries(contents)) {
    if (!place(name).test(page)) throw new Error(`The page has no place for ${name}.`);
    page = page.replace(place(name), () => `<!--[${name}-->${content}<!--${name}]-->`);
  }
  return page;
}

/** What stands in a place of `page`. @param {string} page @param {string} name */
export const placeOf = (page, name) => (place(name).exec(page)?.[0] ?? '').slice(`<!--[${name}-->`.length, -`<!--${name}]-->`.length);
