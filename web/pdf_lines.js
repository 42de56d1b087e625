// Lines of a page become paragraphs again: what a PDF holds is where letters stand, and neither words that
// a line's end divides, nor paragraphs, nor which lines are the page's and not the text's.

/** A stretch of letters as pdf.js tells it: `transform` ends with its place, from the page's lower left corner. @typedef {{ str?: string, transform?: number[], width?: number, hasEOL?: boolean }} Stretch */
/** A line: where it begins and ends, how high it stands, how large its letters are. @typedef {{ x: number, end: number, y: number, size: number, words: string }} Line */

const HEIGHT = 0.5; // Of the letters: a stretch that stands further up or down is another line.
const SPACE = 0.15; // Of the letters: a gap that is wider divides words.
const OTHER_SIZE = 0.12; // A heading has larger letters by at least this share.
const WIDE = 1.35; // Times the usual way from line to line: a paragraph ends,
const WIDEST = 2.5; // and in any case at so many heights of the letters.
const SHORT = 0.75; // Of the width of the lines: where a sentence ends before that, a paragraph does.
const INDENT = 0.9; // Of the letters: the first line of a paragraph stands further in.

const ENDS = /[.!?:;…。！？]["'”’»)\]]*$/u;
const BULLET = /^[•‣▪●◦–—*]\s/u;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]/u;

/** @param {number[]} numbers @param {number} otherwise */
const middle = (numbers, otherwise) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? otherwise;

/** @param {Stretch[]} stretches of one page @returns {Line[]} */
export function linesOf(stretches) {
  /** @type {Line[]} */ const lines = [];
  /** @type {Line | undefined} */ let line;
  for (const { str = '', transform, width = 0, hasEOL = false } of stretches) {
    if (transform && str) {
      const [, , c, d, x, y] = transform;
      const size = Math.hypot(c, d);
      const blank = !str.trim();
      if (line && (Math.abs(y - line.y) > HEIGHT * Math.max(size, line.size) || x < line.end - 2 * line.size)) line = undefined;
      if (!line && !blank) lines.push(line = { x, end: x, y, size, words: '' });
      if (line) {
        if (!blank && x - line.end > SPACE * line.size && !line.words.endsWith(' ')) line.words += ' ';
        line.words += str;
        line.end = Math.max(line.end, x + width);
        // A small raised figure makes no line smaller.
        if (!blank) line.size = Math.max(line.size, size);
      }
    }
    if (hasEOL) line = undefined;
  }
  for (const one of lines) one.words = one.words.replace(/\s+/gu, ' ').trim();
  return lines.filter(({ words }) => words);
}

/**
 * The lines without those that only number the pages or stand on the top or at the foot of many of them.
 * @param {Line[][]} pages @returns {Line[][]}
 */
export function withoutHeads(pages) {
  const key = ({ words }) => words.replace(/\d+/g, '#');
  const isNumber = (/** @type {Line} */ line) => /^(?:\p{L}+\.? )?[-–(\[]? ?#(?: ?(?:\/|of|von|из|de) ?#)? ?[-–)\]]?$/iu.test(key(line));
  const edges = pages.map((lines) => {
    const down = [...lines].sort((a, b) => b.y - a.y);
    return { head: down.slice(0, 2), foot: down.slice(-2).reverse() };
  });
  /** @type {Set<Line>} */ const leave = new Set();
  for (const side of /** @type {const} */ (['head', 'foot'])) {
    /** @type {Map<string, Set<number>>} */ const seen = new Map();
    edges.forEach((edge, page) => {
      for (const line of edge[side]) seen.set(key(line), (seen.get(key(line)) ?? new Set()).add(page));
    });
    edges.forEach((edge, page) => {
      for (const line of edge[side]) {
        const often = /** @type {Set<number>} */ (seen.get(key(line))).size;
        // The outermost first: what stands within goes only with what is outside of it.
        if (often < Math.max(2, pages.length / 3) && !(edge[side][0] === line && (pages.length > 1 ? isNumber(line) : line.words === String(page + 1)))) break;
        leave.add(line);
      }
    });
  }
  return pages.map((lines) => lines.filter((line) => !leave.has(line)));
}

/**
 * The paragraphs of a document, an empty line between them.
 * @param {Stretch[][]} pages of each, in the order in which they are read
 */
export function textOfPages(pages) {
  const read = withoutHeads(pages.map(linesOf));
  // Compounds as they stand within a line: at its end the same hyphen is kept.
  const compounds = new Set(read.flat().flatMap(({ words }) => [...words.matchAll(/\p{L}+(?:-\p{L}+)+(?=.)/gu)].map(([one]) => one.toLowerCase())));
  /** @type {string[]} */ const paragraphs = [];
  /** @type {Line | undefined} */ let before;
  for (const lines of read) {
    const steps = lines.slice(1).map((line, i) => lines[i].y - line.y).filter((step) => step > 0);
    const usual = middle(steps, Infinity);
    const left = middle(lines.map(({ x }) => x), 0), right = Math.max(...lines.map(({ end }) => end));
    lines.forEach((line, i) => {
      if (!before || begins(before, line, i === 0, { usual, left, right })) paragraphs.push(line.words);
      else paragraphs.push(joined(/** @type {string} */ (paragraphs.pop()), line.words, compounds));
      before = line;
    });
  }
  return paragraphs.map((words) => words.replaceAll('\u00ad', '')).join('\n\n');
}

/** True if a paragraph begins with `line`. @param {Line} before @param {Line} line @param {boolean} first of a page */
function begins(before, line, first, { usual, left, right }) {
  if (Math.abs(before.size - line.size) > OTHER_SIZE * Math.max(before.size, line.size)) return true;
  if (BULLET.test(line.words)) return true;
  const ended = ENDS.test(before.words);
  // On another page or in another column a sentence goes on, and a paragraph perhaps.
  if (first || line.y >= before.y) return ended;
  if (before.y - line.y > Math.min(WIDE * usual, WIDEST * line.size)) return true;
  if (line.x - left > INDENT * line.size) return ended;
  return ended && before.end < left + SHORT * (right - left);
}

/** @param {string} words @param {string} more @param {Set<string>} compounds */
function joined(words, more, compounds) {
  if (words.endsWith('\u00ad')) return words.slice(0, -1) + more;
  const [, head] = /(\p{L}+(?:-\p{L}+)*)[-‐]$/u.exec(words) ?? [];
  const [tail] = /^\p{Ll}[\p{L}-]*/u.exec(more) ?? [];
  if (head && tail) return (compounds.has(`${head}-${tail}`.toLowerCase()) ? words : words.slice(0, -1)) + more;
  if (/\p{L}[-‐]$/u.test(words)) return words + more; // "US-" and "China" stay one.
  return words + (CJK.test(words.at(-1) ?? '') && CJK.test(more[0]) ? '' : ' ') + more;
}
