// What pages tell programs (JSON-LD) is held against the vocabulary of schema.org: its types in TypeScript know every
// property of every kind of thing, and what may stand in it.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import ts from "typescript";
import { FOLDERS } from "./portal.mjs";

/** A file that need not be there: the compiler is given its text. It lies where the types are found. */
const FILE = join(import.meta.dirname, "told.ts");

/** What a page tells, as values. @param {string} html @returns {any[]} */
const told = (html) => [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, text]) => JSON.parse(text));

/** What the vocabulary has to say against things, each with the name of its page. @param {[string, any][]} things */
function judged(things) {
  const types = [...new Set(things.map(([, thing]) => thing["@type"]))];
  const lines = [`import type { WithContext, ${types.join(", ")} } from "schema-dts";`];
  for (const [at, [, thing]] of things.entries()) lines.push(`export const thing${at}: WithContext<${thing["@type"]}> = ${JSON.stringify(thing)};`);
  const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ESNext, types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === FILE || fileExists(name);
  host.getSourceFile = (name, ...rest) => (name === FILE ? ts.createSourceFile(name, lines.join("\n"), ts.ScriptTarget.ESNext) : getSourceFile(name, ...rest));
  return ts.getPreEmitDiagnostics(ts.createProgram([FILE], options, host)).map((problem) => {
    const line = problem.file?.fileName === FILE ? problem.file.getLineAndCharacterOfPosition(problem.start ?? 0).line : 0;
    return `${things[line - 1]?.[0] ?? ""}: ${ts.flattenDiagnosticMessageText(problem.messageText, " ").slice(0, 300)}`;
  });
}

/** @type {[string, any][]} */
const things = [];
before(async () => {
  for (const entry of await readdir(FOLDERS.top, { recursive: true })) {
    if (entry.endsWith(".html")) for (const thing of told(await readFile(join(FOLDERS.top, entry), "utf8"))) things.push([entry, thing]);
  }
});

test("the vocabulary refuses what it does not know", () => {
  const event = { "@context": "https://schema.org", "@type": "Event", name: "Семинар" };
  assert.deepEqual(judged([["good", event]]), []);
  assert.match(judged([["unknown", { ...event, beginn: "2026-12-01" }]]).join(), /^unknown: .*beginn/);
  assert.match(judged([["wrong", { ...event, organizer: { "@type": "Place", name: "Зал" } }]]).join(), /^wrong: /);
});

test("all that pages tell is in the vocabulary", () => {
  const types = new Set(things.map(([, thing]) => thing["@type"]));
  for (const type of ["Event", "Legislation", "LearningResource", "Course", "Organization", "Person", "EducationalOrganization"]) assert.ok(types.has(type), type);
  assert.deepEqual(judged(things), []);
});

test("addresses are whole and days are days", () => {
  const DAY = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?)?$/;
  for (const [page, thing] of things) {
    for (const [name, value] of Object.entries(thing)) {
      if (/Date$|^date/.test(name)) assert.match(value, DAY, `${page}: ${name}`);
      if (["url", "sameAs", "@id"].includes(name)) assert.ok(new URL(value).protocol.startsWith("http"), `${page}: ${name}`);
      assert.notEqual(value, "", `${page}: ${name}`);
    }
  }
});
