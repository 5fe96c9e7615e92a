// Unpacks gzip where the browser has no DecompressionStream: phones of about 2021 and older. Loaded only there.
// After RFC 1951 and RFC 1952.

/** Bases and extra bits of lengths from code 257 on, and of distances. */
const LENGTHS = bases([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5], 3);
LENGTHS.push({ base: 258, extra: 0 });
const DISTANCES = bases([0, 0, ...Array.from({ length: 28 }, (_, at) => at >> 1)], 1);
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST = 15;

/** @typedef {{ counts: Uint16Array, symbols: Uint16Array }} Code  how many codes of each length, and what they mean */

/**
 * @param {number[]} extras
 * @param {number} first
 */
function bases(extras, first) {
  let base = first;
  return extras.map((extra) => {
    const one = { base, extra };
    base += 1 << extra;
    return one;
  });
}

/**
 * Unpacks a gzip file of one member; its length and checksum must fit.
 * @param {Uint8Array} bytes
 * @param {number} most  in bytes
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function gunzip(bytes, most) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 18) throw new Error("a file cut short");
  const size = view.getUint32(bytes.length - 4, true);
  // A damaged length must not take all memory: deflate packs at most about a thousand times.
  if (size > Math.min(most, bytes.length * 1100)) throw new Error("a file cut short");
  const output = new Uint8Array(size);
  inflate(new Bits(bytes, afterHeader(bytes)), output);
  if (checksum(output) !== view.getUint32(bytes.length - 8, true)) throw new Error("a damaged file");
  return output;
}

/** @param {Uint8Array} bytes */
function afterHeader(bytes) {
  const flags = bytes[3];
  let at = 10;
  if (flags & 4) at += 2 + bytes[at] + (bytes[at + 1] << 8);
  for (const text of [8, 16]) {
    if (flags & text) at = bytes.indexOf(0, at) + 1;
  }
  return flags & 2 ? at + 2 : at;
}

class Bits {
  #bytes;
  #at;
  #held = 0;
  #count = 0;

  /**
   * @param {Uint8Array} bytes
   * @param {number} at
   */
  constructor(bytes, at) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** @param {number} count  at most 16 */
  take(count) {
    while (this.#count < count) {
      if (this.#at >= this.#bytes.length) throw new Error("a file cut short");
      this.#held |= this.#bytes[this.#at++] << this.#count;
      this.#count += 8;
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return value;
  }

  /** Leaves what remains of the byte. */
  align() {
    this.#held = 0;
    this.#count = 0;
  }

  /** @param {Code} code */
  symbol({ counts, symbols }) {
    let value = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST; length++) {
      value |= this.take(1);
      const count = counts[length];
      if (value - count < first) return symbols[index + value - first];
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw new Error("a damaged file");
  }
}

/**
 * @param {number[]} lengths  of the codes by symbol
 * @returns {Code}
 */
function codeOf(lengths) {
  const counts = new Uint16Array(LONGEST + 1);
  for (const length of lengths) counts[length]++;
  counts[0] = 0;
  const next = new Uint16Array(LONGEST + 2);
  for (let length = 1; length <= LONGEST; length++) next[length + 1] = next[length] + counts[length];
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length > 0) symbols[next[length]++] = symbol;
  });
  return { counts, symbols };
}

/** @param {number} count @param {number} length */
const same = (count, length) => new Array(count).fill(length);

/** @returns {[Code, Code]} */
const fixedCodes = () => [codeOf([...same(144, 8), ...same(112, 9), ...same(24, 7), ...same(8, 8)]), codeOf(same(30, 5))];

/**
 * @param {Bits} bits
 * @returns {[Code, Code]}
 */
function ownCodes(bits) {
  const literals = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const count = bits.take(4) + 4;
  const first = same(19, 0);
  for (const place of ORDER.slice(0, count)) first[place] = bits.take(3);
  const code = codeOf(first);
  /** @type {number[]} */
  const lengths = [];
  while (lengths.length < literals + distances) {
    const symbol = bits.symbol(code);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) lengths.push(...same(bits.take(2) + 3, lengths[lengths.length - 1]));
    else lengths.push(...same(symbol === 17 ? bits.take(3) + 3 : bits.take(7) + 11, 0));
  }
  return [codeOf(lengths.slice(0, literals)), codeOf(lengths.slice(literals, literals + distances))];
}

/**
 * @param {Bits} bits
 * @param {Uint8Array} output
 */
function inflate(bits, output) {
  let at = 0;
  for (let last = 0; !last; ) {
    last = bits.take(1);
    const type = bits.take(2);
    if (type === 3) throw new Error("a damaged file");
    at = type === 0 ? stored(bits, output, at) : packed(bits, output, at, type === 1 ? fixedCodes() : ownCodes(bits));
  }
  if (at !== output.length) throw new Error("a file cut short");
}

/**
 * @param {Bits} bits
 * @param {Uint8Array} output
 * @param {number} at
 */
function stored(bits, output, at) {
  bits.align();
  const length = bits.take(16);
  bits.take(16);
  for (let left = length; left > 0; left--) output[at++] = bits.take(8);
  return at;
}

/**
 * @param {Bits} bits
 * @param {Uint8Array} output
 * @param {number} at
 * @param {[Code, Code]} codes
 */
function packed(bits, output, at, [literals, distances]) {
  for (;;) {
    const symbol = bits.symbol(literals);
    if (symbol === 256) return at;
    if (symbol < 256) {
      output[at++] = symbol;
      continue;
    }
    const length = more(bits, LENGTHS[symbol - 257]);
    const distance = more(bits, DISTANCES[bits.symbol(distances)]);
    if (distance > at || at + length > output.length) throw new Error("a damaged file");
    for (let left = length; left > 0; left--, at++) output[at] = output[at - distance];
  }
}

/**
 * @param {Bits} bits
 * @param {{ base: number, extra: number } | undefined} code
 */
function more(bits, code) {
  if (!code) throw new Error("a damaged file");
  return code.base + bits.take(code.extra);
}

/** @param {Uint8Array} bytes */
function checksum(bytes) {
  const table = new Uint32Array(256).map((_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let value = -1;
  for (const byte of bytes) value = (value >>> 8) ^ table[(value ^ byte) & 255];
  return (value ^ -1) >>> 0;
}
