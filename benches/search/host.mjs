// A host that compresses nothing and counts what it sends: a bundle, a Pagefind index of the same pages, the client.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, normalize } from "node:path";

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", json: "application/json" };

/** A page with nothing on it, which names the engine as the pages of the theme do. */
const page = (engine) => `<!doctype html><html lang="ru" data-engine="${engine}"><meta charset="utf-8"><title>Поиск</title><body><p>Поиск</p></body></html>`;

/** Serves `places`, folders by the first part of the address, on a free port of loopback. */
export async function serve(places, engine) {
  let sent = [];
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)).slice(1);
    const [first, ...rest] = path.split("/");
    const file = places[first] ? join(places[first], ...rest) : null;
    const body = path === "" ? Buffer.from(page(engine)) : file ? await readFile(file).catch(() => null) : null;
    const type = path === "" ? TYPES.html : (TYPES[path.split(".").at(-1)] ?? "application/octet-stream");
    response.writeHead(body ? 200 : 404, { "content-type": type, "content-length": body?.length ?? 0 });
    response.end(body);
    sent.push({ path, bytes: body?.length ?? 0 });
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}/`,
    /** What was sent since the last call. */
    sent: () => sent.splice(0),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
