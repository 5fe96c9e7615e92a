// Files that somebody sent, opened from the site's own address: nothing in them runs, and nothing asks another site.
// Every ending that may be attached is tried with a page and a script behind its first bytes, on a host that tells
// types by ending and on one that tells none, so that the browser guesses.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { openBrowser, together } from "./portal.mjs";
import { fileFor } from "./server.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const PROGRAM = process.env.KABINET_PROGRAM ?? ["release", "debug"].map((kind) => join(ROOT, "target", kind, "kabinet")).find(existsSync);
const DRAWINGS = join(ROOT, "src/media/drawing/examples");

/** What would tell that it ran: it asks the host, and another site. */
const PAYLOAD = `<!doctype html><html><head><script>fetch("/ran");new Image().src="https://evil.example/ran"</script></head>
<body onload="fetch('/ran')"><img src="x" onerror="fetch('/ran')"><svg onload="fetch('/ran')"/></body></html>\n`;

/** First bytes by which a file passes for its type; text for the others. */
const MARKS = {
  pdf: "%PDF-1.7\n",
  rtf: "{\\rtf1 ",
  gif: "GIF89a",
  bmp: "BM",
  heif: "\0\0\0\x18ftypheic\0\0\0\0",
  tiff: "II*\0\x08\0\0\0\0\0",
  zip: "PK\x03\x04\x14\0\0\0",
  ole: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
};

/** Pictures that are made anew or refused, so that nothing of what was sent is published: tests/site/pictures.rs. */
const NOT_AS_THEY_ARE = ["jpg", "jpeg", "jpe", "jfif", "png", "webp", "heic", "heif"];

/** Types as Apache and nginx tell them by ending; what is not listed is told as bytes. */
const TYPES = {
  ".pdf": "application/pdf", ".rtf": "application/rtf", ".svg": "image/svg+xml", ".png": "image/png", ".gif": "image/gif",
  ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".jpe": "image/jpeg", ".webp": "image/webp", ".bmp": "image/bmp", ".tif": "image/tiff",
  ".tiff": "image/tiff", ".avif": "image/avif", ".heic": "image/heic", ".ico": "image/x-icon", ".psd": "image/vnd.adobe.photoshop",
  ".ai": "application/postscript", ".eps": "application/postscript", ".txt": "text/plain", ".csv": "text/csv",
  ".tsv": "text/tab-separated-values", ".md": "text/markdown", ".yaml": "text/yaml", ".yml": "text/yaml", ".json": "application/json",
  ".ics": "text/calendar", ".vcf": "text/x-vcard", ".vtt": "text/vtt", ".tex": "application/x-tex", ".c": "text/x-c", ".h": "text/x-c",
  ".cpp": "text/x-c", ".java": "text/x-java-source", ".pas": "text/x-pascal", ".sql": "application/sql", ".mp3": "audio/mpeg",
  ".mp4": "video/mp4", ".webm": "video/webm", ".ogg": "audio/ogg", ".wav": "audio/x-wav", ".mid": "audio/midi", ".avi": "video/x-msvideo",
  ".mov": "video/quicktime", ".doc": "application/msword", ".xls": "application/vnd.ms-excel", ".ppt": "application/vnd.ms-powerpoint",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".odt": "application/vnd.oasis.opendocument.text",
  ".zip": "application/zip", ".gz": "application/gzip", ".tgz": "application/x-compressed-tar", ".tar": "application/x-tar",
  ".7z": "application/x-7z-compressed", ".rar": "application/x-rar-compressed", ".djvu": "image/vnd.djvu", ".epub": "application/epub+zip",
  ".woff2": "font/woff2", ".ttf": "font/ttf", ".dxf": "image/vnd.dxf", ".dwg": "image/vnd.dwg", ".stl": "model/stl", ".obj": "model/obj",
  ".sib": "application/x-sibelius", ".xps": "application/oxps", ".oxps": "application/oxps", ".html": "text/html", ".xht": "application/xhtml+xml",
};

/** The endings that the program allows, with the name of what they must begin with. */
async function allowed() {
  const source = await readFile(join(ROOT, "src/media/types.rs"), "utf8");
  const table = source.slice(source.indexOf("const KNOWN"), source.indexOf("];", source.indexOf("const KNOWN")));
  const rows = [...table.matchAll(/\(\s*"([^"]+)",\s*&\[([^\]]*)\]/g)];
  return rows.flatMap(([, endings, formats]) =>
    endings.replaceAll("\\\n", " ").split(/\s+/).filter(Boolean).map((ending) => ({ ending, format: formats.replace(/.*::/s, "").toLowerCase() })),
  );
}

/** A host of a folder that tells types by ending, or none at all; `ran` holds what a script asked it. */
async function host(folder, typed) {
  const ran = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    if (path === "/ran") ran.push(request.headers.referer ?? "?");
    const file = await fileFor(folder, path);
    if (!file) return void response.writeHead(404, { "content-type": "text/plain" }).end("");
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, typed ? { "content-type": type } : {}).end(await readFile(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => (server.closeAllConnections(), server.close());
  return { origin: `http://127.0.0.1:${server.address().port}`, ran, close };
}

/** Opens an address and waits until it is shown, or saved as a file; tells what it asked other sites. */
async function openedAt(context, url, origin) {
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) asked.push(request.url());
  });
  // A download ends the navigation with an error; what cannot be shown is no failure.
  await page.goto(url, { waitUntil: "load" }).catch(() => {});
  // A question after those of the file: when it is answered, theirs have come.
  await page.evaluate(() => fetch("/answered")).catch(() => {});
  await page.close();
  return asked;
}

describe("files that somebody sent", () => {
  let browser, context, work, files;

  before(async () => {
    assert.ok(PROGRAM, "the program is not built: cargo build");
    work = await mkdtemp(join(tmpdir(), "kabinet-sent-"));
    const folder = join(work, "content/news/sent");
    await mkdir(folder, { recursive: true });
    files = [];
    const put = async (name, bytes) => (files.push(name), writeFile(join(folder, name), bytes));
    for (const { ending, format } of await allowed()) {
      if (ending !== "svg" && !NOT_AS_THEY_ARE.includes(ending)) await put(`file.${ending}`, Buffer.from((MARKS[format] ?? "Текст урока.\n") + PAYLOAD, MARKS[format] ? "latin1" : "utf8"));
    }
    for (const name of await readdir(DRAWINGS)) await put(name, await readFile(join(DRAWINGS, name)));
    const links = files.map((name) => `- [${name}](${name})`).join("\n");
    await writeFile(join(folder, "index.md"), `---\ntitle: Файлы\ndate: 2026-11-20\n---\n${links}\n`);
    await writeFile(join(work, "content/site.yaml"), "title: Центр\nbase_url: https://centre.example/\n");
    const build = ["build", "--root", work, "--today", "2026-11-21"];
    await promisify(execFile)(PROGRAM, build, { maxBuffer: 1 << 26 });
    browser = await openBrowser();
    context = await browser.newContext({ acceptDownloads: true });
  });

  after(async () => {
    await browser?.close();
    if (work) await rm(work, { recursive: true });
  });

  for (const typed of [true, false]) {
    test(`run nothing on a host that tells ${typed ? "types by ending" : "no types"}`, async () => {
      const { origin, ran, close } = await host(join(work, "public"), typed);
      const offences = [];
      await together(files, async (name) => {
        const asked = await openedAt(context, `${origin}/news/sent/${name}`, origin);
        if (asked.length) offences.push(`${name}: ${asked}`);
      });
      close();
      // Who ran is told by the address that it asked from.
      offences.push(...ran);
      assert.deepEqual(offences, []);
      assert.ok(files.length > 100, `only ${files.length} files: was the table of types read?`);
    });
  }

  test("would be seen if they ran", async () => {
    await writeFile(join(work, "public/seen.html"), PAYLOAD);
    await writeFile(join(work, "public/guessed.bin"), PAYLOAD);
    for (const [typed, name] of [[true, "seen.html"], [false, "guessed.bin"]]) {
      const { origin, ran, close } = await host(join(work, "public"), typed);
      const asked = await openedAt(context, `${origin}/${name}`, origin);
      close();
      assert.ok(ran.length > 0 && asked.length > 0, `${name} was not seen to run`);
    }
  });
});
