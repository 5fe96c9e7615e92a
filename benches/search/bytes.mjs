// What questions cost in bytes and in rounds, each asked of an engine that has fetched nothing but its opening.
//
//   node benches/search/bytes.mjs NAME=OUT … [--questions FILE]
//
// OUT is a built portal. Bytes are those of the published files, as a host that compresses nothing sends them. Words
// with a slip and words cut short are asked besides, for they may need files of their own. Prints Markdown.
import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Engine } from "../../tests/browser/wasm.mjs";
import { median, row, thousands } from "./figures.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { questions: { type: "string", default: join(import.meta.dirname, "questions.txt") } },
});

const sum = (read) => [...read.values()].reduce((total, bytes) => total + bytes, 0);

/** A question as it is, with two letters of its longest word exchanged, and without its last two letters. */
function variants(question) {
  const longest = question.match(/[\p{L}]+/gu).reduce((one, other) => (other.length > one.length ? other : one));
  const slip = longest.slice(0, 2) + longest[3] + longest[2] + longest.slice(4);
  return [question, question.replace(longest, slip), question.slice(0, -2)];
}

async function sizes(folder) {
  const files = await readdir(folder).catch(() => []);
  return Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
}

async function measure(name, out) {
  const folder = pathToFileURL(resolve(out, "search") + "/");
  const { module } = JSON.parse(await readFile(new URL("index.json", folder), "utf8"));
  const artefact = module ? new URL(module, folder) : undefined;
  const questions = (await readFile(values.questions, "utf8")).split("\n").filter(Boolean).flatMap(variants);
  const costs = [];
  let opening = 0;
  for (const question of questions) {
    const engine = await Engine.open(folder, artefact);
    opening = sum(engine.read);
    engine.read.clear();
    await engine.search({ text: question, limit: 10 });
    costs.push({ bytes: sum(engine.read), rounds: engine.rounds, question });
  }
  const bytes = costs.map((cost) => cost.bytes);
  const worst = costs.find((cost) => cost.bytes === Math.max(...bytes));
  const titles = await sizes(new URL("titles", folder).pathname);
  const packed = module ? (await stat(new URL(module, folder))).size : 0;
  console.log(row(name, ...[packed, opening, Math.max(0, ...titles), median(bytes), worst.bytes].map(thousands), Math.max(...costs.map((cost) => cost.rounds))));
  console.error(`${name}: most for «${worst.question}»`);
}

console.log(row("", "engine", "index to open", "largest file of titles", "a question, median", "a question, most", "rounds, most"));
console.log(row("---", "---", "---", "---", "---", "---", "---"));
for (const site of positionals) await measure(...site.split(/=(.*)/s));
