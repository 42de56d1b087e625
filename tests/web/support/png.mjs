// Reads the PNG pictures that browsers make of their windows: eight bits a channel, RGB or RGBA,
// not interlaced. Anything else is an error, since a picture read wrongly proves nothing.
import {inflateSync} from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/// Returns {width, height, data} with four bytes a pixel.
export function decodePng(bytes) {
  if (!bytes.subarray(0, 8).equals(signature)) throw new Error('not a PNG picture');
  let width, height, channels;
  const packed = [];
  for (let at = 8; at < bytes.length;) {
    const size = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + size);
    if (kind === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      channels = {2: 3, 6: 4}[body[9]];
      if (body[8] !== 8 || !channels || body[12] !== 0)
        throw new Error(`PNG of an unread kind: ${body[8]} bits, colour ${body[9]}, ${body[12]}`);
    } else if (kind === 'IDAT') {
      packed.push(body);
    } else if (kind === 'IEND') {
      break;
    }
    at += 12 + size;
  }
  const raw = inflateSync(Buffer.concat(packed));
  const stride = width * channels;
  if (raw.length !== (stride + 1) * height) throw new Error('PNG with missing rows');
  const data = new Uint8Array(width * height * 4).fill(255);
  let above = Buffer.alloc(stride), to = 0;
  for (let y = 0; y < height; ++y) {
    const start = y * (stride + 1);
    const row = raw.subarray(start + 1, start + 1 + stride);
    unfilter(raw[start], row, above, channels);
    for (let from = 0; from < stride; from += channels, to += 4) {
      data[to] = row[from];
      data[to + 1] = row[from + 1];
      data[to + 2] = row[from + 2];
      if (channels === 4) data[to + 3] = row[from + 3];
    }
    above = row;
  }
  return {width, height, data};
}

/// Undoes a row's filter in place. Source: PNG specification, 9.2.
function unfilter(filter, row, above, channels) {
  const {length} = row;
  if (filter === 0) return;
  if (filter === 1) {
    for (let i = channels; i < length; ++i) row[i] += row[i - channels];
  } else if (filter === 2) {
    for (let i = 0; i < length; ++i) row[i] += above[i];
  } else if (filter === 3) {
    for (let i = 0; i < length; ++i) row[i] += ((i >= channels ? row[i - channels] : 0) + above[i]) >> 1;
  } else if (filter === 4) {
    for (let i = 0; i < channels; ++i) row[i] += above[i];
    for (let i = channels; i < length; ++i) row[i] += paeth(row[i - channels], above[i], above[i - channels]);
  } else {
    throw new Error(`PNG with filter ${filter}`);
  }
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const toLeft = Math.abs(guess - left), toUp = Math.abs(guess - up);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
