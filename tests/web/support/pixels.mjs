// A picture of a page, asked in the page's own points.
import assert from 'node:assert/strict';

import {decodePng} from './png.mjs';

export class Pixels {
  /// `scale`: pixels of the picture to a point of the page.
  constructor(png, scale) {
    this.png = png;
    this.scale = scale;
    Object.assign(this, decodePng(png));
  }

  /// The colour at a point as [red, green, blue].
  at(x, y) {
    const column = Math.min(this.width - 1, Math.max(0, Math.floor(x * this.scale)));
    const row = Math.min(this.height - 1, Math.max(0, Math.floor(y * this.scale)));
    const i = (row * this.width + column) * 4;
    return [...this.data.subarray(i, i + 3)];
  }

  /// Calls `see(red, green, blue)` for each pixel in `rect` (points; without one: everywhere).
  each(rect, see) {
    const {x, y, w, h} = rect ?? {x: 0, y: 0, w: this.width / this.scale, h: this.height / this.scale};
    const left = Math.max(0, Math.round(x * this.scale));
    const right = Math.min(this.width, Math.round((x + w) * this.scale));
    const bottom = Math.min(this.height, Math.round((y + h) * this.scale));
    for (let row = Math.max(0, Math.round(y * this.scale)); row < bottom; ++row) {
      for (let column = left; column < right; ++column) {
        const i = (row * this.width + column) * 4;
        see(this.data[i], this.data[i + 1], this.data[i + 2]);
      }
    }
  }

  distinctColours(rect) {
    const seen = new Set();
    this.each(rect, (r, g, b) => seen.add((r << 16) | (g << 8) | b));
    return seen.size;
  }

  /// The most frequent colour, as [red, green, blue].
  ground(rect) {
    const counts = new Map();
    this.each(rect, (r, g, b) => {
      const colour = (r << 16) | (g << 8) | b;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    });
    let best = 0, most = -1;
    for (const [colour, count] of counts) if (count > most) [best, most] = [colour, count];
    return [best >> 16, (best >> 8) & 255, best & 255];
  }

  /// The greatest contrast with the ground and the share of pixels that have at least 4.5 : 1 with
  /// it, which is what ink is. Source: WCAG 2.2, contrast ratio.
  ink(rect) {
    const ground = luminance(...this.ground(rect));
    let contrast = 1, dark = 0, all = 0;
    this.each(rect, (r, g, b) => {
      const here = luminance(r, g, b);
      const ratio = (Math.max(here, ground) + 0.05) / (Math.min(here, ground) + 0.05);
      contrast = Math.max(contrast, ratio);
      if (ratio >= 4.5) ++dark;
      ++all;
    });
    return {contrast, share: all ? dark / all : 0};
  }

  /// The share of pixels in `rect` that another picture of the same size has otherwise.
  difference(other, rect) {
    if (other.width !== this.width || other.height !== this.height) return 1;
    const mine = [], theirs = [];
    this.each(rect, (r, g, b) => mine.push((r << 16) | (g << 8) | b));
    other.each(rect, (r, g, b) => theirs.push((r << 16) | (g << 8) | b));
    return mine.filter((colour, i) => colour !== theirs[i]).length / Math.max(1, mine.length);
  }
}

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
