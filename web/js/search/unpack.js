// Unpacks the published files: gzip, whatever type or encoding the host sent them with.
import { loaded, readBody } from "./deadline.js";

/**
 * Unpacks a body. A host or the browser may have unpacked it on the way: such a body is taken as it is, unless it is
 * a page, which some hosts send in place of files that they do not have.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} most  more than these bytes are a damaged file, or one made to take all memory
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function unpack(bytes, most) {
  if (bytes.length === 0) throw new Error("an empty file");
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    if (isPage(bytes)) throw new Error("a page in place of a file");
    return bytes;
  }
  if (typeof DecompressionStream === "undefined") {
    const { gunzip } = await loaded(() => import("./inflate.js"));
    return gunzip(bytes, most);
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return readBody(new Response(stream), "a packed file", most);
}

/** @param {Uint8Array} bytes */
function isPage(bytes) {
  const start = String.fromCharCode(...bytes.subarray(0, 64)).trimStart().toLowerCase();
  return start.startsWith("<!doctype") || start.startsWith("<html");
}
