// What is in a WebAssembly file that has kept the names of its functions.
import {readFileSync} from 'node:fs';

const decoder = new TextDecoder();
const SECTION = {custom: 0, import: 2, code: 10, data: 11};

class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() {
    return this.bytes[this.at++];
  }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
  name() {
    const size = this.number();
    this.at += size;
    return decoder.decode(this.bytes.subarray(this.at - size, this.at));
  }
}

function* sectionsOf(bytes) {
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const size = reader.number();
    yield {id, size, reader: new Reader(bytes, reader.at), end: reader.at + size};
    reader.at += size;
  }
}

function skipLimits(reader) {
  const most = reader.byte() & 1;
  reader.number();
  if (most) reader.number();
}

function importedFunctions(reader) {
  let functions = 0;
  for (let left = reader.number(); left > 0; --left) {
    reader.name();
    reader.name();
    const kind = reader.byte();
    if (kind === 0) ++functions, reader.number();
    else if (kind === 1) reader.byte(), skipLimits(reader);
    else if (kind === 2) skipLimits(reader);
    else reader.at += 2;
  }
  return functions;
}

/// The functions of a file with their names (C++, or their number where there is none) and bytes of
/// code, the bytes of its constants, and of everything.
export function readProgram(path) {
  const bytes = readFileSync(path);
  const sizes = [], names = new Map();
  let imported = 0, data = 0;
  for (const {id, size, reader, end} of sectionsOf(bytes)) {
    if (id === SECTION.import) imported = importedFunctions(reader);
    else if (id === SECTION.data) data = size;
    else if (id === SECTION.code) {
      for (let left = reader.number(); left > 0; --left) {
        const body = reader.number();
        sizes.push(body);
        reader.at += body;
      }
    } else if (id === SECTION.custom && reader.name() === 'name') {
      while (reader.at < end) {
        const part = reader.byte(), next = reader.number() + reader.at;
        if (part === 1)
          for (let left = reader.number(); left > 0; --left) names.set(reader.number(), reader.name());
        reader.at = next;
      }
    }
  }
  const functions = sizes.map((size, i) => ({name: names.get(imported + i) ?? String(imported + i), size}));
  return {functions, data, size: bytes.length, named: names.size > 0};
}
