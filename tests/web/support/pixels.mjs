// A picture of a page, asked in the page's own points.
import assert from 'node:assert/strict';

import {decodePng} from './png.mjs';

export class Pixels {
  /// `scale`: pixels of the picture to a point of the page.
  constructor(png, scale) {
    this.png = png;
    this.scale = scale;
    Object.assign(this, decodePng(png));
    this.words = new Uint32Array(this.data.buffer);  // A pixel each.
  }

  /// The colour at a point as [red, green, blue].
  at(x, y) {
    const column = Math.min(this.width - 1, Math.max(0, Math.floor(x * this.scale)));
    const row = Math.min(this.height - 1, Math.max(0, Math.floor(y * this.scale)));
    const i = (row * this.width + column) * 4;
    return [...this.data.subarray(i, i + 3)];
  }

  /// Rows of pixels in `rect` (points; without one: everywhere): [first, behind the last] each, as
  /// places in `words`.
  #rows(rect) {
    const {x, y, w, h} = rect ?? {x: 0, y: 0, w: this.width / this.scale, h: this.height / this.scale};
    const left = Math.max(0, Math.round(x * this.scale));
    const right = Math.max(left, Math.min(this.width, Math.round((x + w) * this.scale)));
    const top = Math.max(0, Math.round(y * this.scale));
    const bottom = Math.min(this.height, Math.round((y + h) * this.scale));
    return Array.from({length: Math.max(0, bottom - top)}, (_, i) =>
      [(top + i) * this.width + left, (top + i) * this.width + right]);
  }

  /// How often each colour is in `rect`; a colour is red, green and blue from the lowest byte up.
  counts(rect) {
    const counts = new Map();
    for (const [from, to] of this.#rows(rect)) {
      for (let i = from; i < to;) {
        const colour = this.words[i] & 0xffffff;
        const start = i++;
        while (i < to && (this.words[i] & 0xffffff) === colour) ++i;  // Most pixels are as their neighbours.
        counts.set(colour, (counts.get(colour) ?? 0) + i - start);
      }
    }
    return counts;
  }

  distinctColours = (rect) => this.counts(rect).size;

  /// The most frequent colour, as [red, green, blue].
  ground(rect, counts = this.counts(rect)) {
    let best = 0, most = -1;
    for (const [colour, count] of counts) if (count > most) [best, most] = [colour, count];
    return parts(best);
  }

  /// The greatest contrast with the ground and the share of pixels that have at least 4.5 : 1 with
  /// it, which is what ink is. Source: WCAG 2.2, contrast ratio.
  ink(rect) {
    const counts = this.counts(rect), ground = this.ground(rect, counts);
    let most = 1, dark = 0, all = 0;
    for (const [colour, count] of counts) {
      const ratio = contrast(parts(colour), ground);
      most = Math.max(most, ratio);
      if (ratio >= 4.5) dark += count;
      all += count;
    }
    return {contrast: most, share: all ? dark / all : 0};
  }

  /// The share of pixels in `rect` that another picture of the same size has otherwise.
  difference(other, rect) {
    if (other.width !== this.width || other.height !== this.height) return 1;
    let all = 0, changed = 0;
    for (const [from, to] of this.#rows(rect)) {
      for (let i = from; i < to; ++i) if ((this.words[i] ^ other.words[i]) & 0xffffff) ++changed;
      all += to - from;
    }
    return changed / Math.max(1, all);
  }
}

const parts = (colour) => [colour & 255, (colour >> 8) & 255, colour >> 16];

/// WCAG's contrast ratio of two colours, 1 to 21.
export function contrast(a, b) {
  const [one, other] = [luminance(...a), luminance(...b)].sort((x, y) => y - x);
  return (one + 0.05) / (other + 0.05);
}

/// Throws unless a ring of at least 3 : 1 stands round `item` (as of `Page.items`) in the picture
/// `ringed` where `plain` has none. One edge may be missing, and those that are out of sight are
/// not looked for.
export function assertRing(item, ringed, plain) {
  const {x, y, w, h} = item.rect, panel = item.panelRect;
  const along = (from, to, point) => {
    let ring = 0, all = 0;
    for (let at = from; at < to; ++at, ++all) {
      let here = 1;
      for (let out = -4; out <= 4; ++out) {
        const [px, py] = point(at, out);
        if (px >= 0 && py >= 0) here = Math.max(here, contrast(ringed.at(px, py), plain.at(px, py)));
      }
      if (here >= 3) ++ring;
    }
    return ring / all;
  };
  const left = Math.max(x, panel.x), right = Math.min(x + w, panel.x + panel.w);
  const top = Math.max(y, panel.y), bottom = Math.min(y + h, panel.y + panel.h);
  const edges = [];
  if (y >= panel.y) edges.push(along(left, right, (at, out) => [at, y + out]));
  if (y + h <= panel.y + panel.h) edges.push(along(left, right, (at, out) => [at, y + h + out]));
  if (x >= panel.x) edges.push(along(top, bottom, (at, out) => [x + out, at]));
  if (x + w <= panel.x + panel.w) edges.push(along(top, bottom, (at, out) => [x + w + out, at]));
  assert.ok(edges.length >= 2 && edges.filter((share) => share > 0.8).length >= edges.length - 1,
    `no ring round ${item.id}: ${edges.map((share) => share.toFixed(2))}`);
}

const linear = Array.from({length: 256}, (_, i) =>
  i / 255 <= 0.04045 ? i / 255 / 12.92 : ((i / 255 + 0.055) / 1.055) ** 2.4);

export function luminance(r, g, b) {
  return 0.2126 * linear[r] + 0.7152 * linear[g] + 0.0722 * linear[b];
}
