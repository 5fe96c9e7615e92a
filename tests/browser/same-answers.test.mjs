// The engine in the browser answers every question of the relevance set as the native one does, to the last bit.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { before, test } from "node:test";
import { FOLDERS } from "./portal.mjs";
import { Engine } from "./wasm.mjs";

const ANSWERS = process.env.KABINET_ANSWERS ?? resolve(import.meta.dirname, "../../target/ci/answers.jsonl");

/** After opening, no query may wait longer for one fetch after another. */
const MOST_ROUNDS = 3;

let folder;
let lines;

before(async () => {
  folder = pathToFileURL(FOLDERS.top + "/search/");
  lines = (await readFile(ANSWERS, "utf8")).split("\n").filter(Boolean).map((line) => JSON.parse(line));
});

test("the same answers as natively, byte for byte", async () => {
  const engine = await Engine.open(folder);
  let found = 0;
  for (const { request, outcome } of lines) {
    assert.equal(await engine.search(request), outcome, JSON.stringify(request));
    found += JSON.parse(outcome).hits.length;
  }
  assert.ok(lines.length >= 700 && found > 500, `only ${found} pages in ${lines.length} answers`);
});

test("no question takes more than three rounds from cold", async () => {
  const rounds = [];
  for (const { request } of lines.filter((_, number) => number % 25 === 0)) {
    const engine = await Engine.open(folder);
    await engine.search(request);
    rounds.push(engine.rounds);
    assert.ok(engine.rounds <= MOST_ROUNDS, `${engine.rounds} rounds: ${JSON.stringify(request)}`);
  }
  assert.ok(Math.max(...rounds) > 0, "nothing was fetched");
});

test("words are stemmed without a bundle", async () => {
  const engine = await Engine.open(folder);
  const [word] = await engine.stems("Площадки");
  assert.deepEqual(word, { form: "площадки", stems: ["площадк"] });
});

test("a file that is cut short is a fault, not a trap", async () => {
  const engine = await Engine.open(folder);
  const name = new TextEncoder().encode("index.json");
  engine.write(name, new TextEncoder().encode('{"format":'));
  engine.exports.put(name.length);
  assert.equal(engine.exports.open(), 2);
  assert.equal(JSON.parse(engine.output()).kind, "damaged");
  assert.equal(await engine.search(lines[0].request), lines[0].outcome, "the open bundle goes on answering");
});
