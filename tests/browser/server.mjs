// A static host as plain as the cheapest free one: files below a base path, a 404 page, no compression, no headers of ours.
//
// By hand: node server.mjs FOLDER [BASE] [PORT]
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".pdf": "application/pdf",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Finds the file that an address stands for, or nothing. */
export async function fileFor(folder, path) {
  const inside = normalize(decodeURIComponent(path)).split(sep).join("/");
  if (inside.startsWith("..")) return null;
  for (const candidate of inside.endsWith("/") ? [inside + "index.html"] : [inside]) {
    const file = join(folder, candidate);
    if ((await stat(file).catch(() => null))?.isFile()) return file;
  }
  return null;
}

/** Serves a folder below a base path on a free port of loopback; resolves to its origin and a way to stop it. */
export async function serve(folder, base = "/", port = 0) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const file = path.startsWith(base) ? await fileFor(folder, "/" + path.slice(base.length)) : null;
    const body = await readFile(file ?? join(folder, "404.html")).catch(() => "not found");
    const type = file ? TYPES[extname(file)] : TYPES[".html"];
    response.writeHead(file ? 200 : 404, { "content-type": type ?? "application/octet-stream" });
    response.end(body);
  });
  await new Promise((ready) => server.listen(port, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, base = "/", port = "8000"] = process.argv.slice(2);
  const { origin } = await serve(folder, base, Number(port));
  console.log(`${origin}${base}`);
}
