// Packs a file as gzip, as small as the format allows: node pack.mjs FROM TO
import { readFile, writeFile } from "node:fs/promises";
import zopfli from "@gfx/zopfli";

const [from, to] = process.argv.slice(2);
await writeFile(to, await zopfli.gzipAsync(await readFile(from), { numiterations: 15 }));
