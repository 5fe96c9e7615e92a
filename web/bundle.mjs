// Bundles the theme's scripts and styles: node bundle.mjs FOLDER
//
// Each entry becomes one file of the same name and place below FOLDER, the theme. Entries are not bundled into each
// other: they lead to each other by relative addresses, so that the modules run unbundled in the same way.
import { readFile, writeFile, mkdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { build, transform } from "esbuild";

const HERE = import.meta.dirname;

/** The scripts that pages, scripts and the worker ask for by name. */
const SCRIPTS = ["look", "site", "clauses", "calendar", "my", "search/client", "search/field", "search/page", "search/mark", "search/worker", "search/remote", "search/inflate"]
  .map((name) => join(HERE, "js", `${name}.js`));

/** The style sheets: what every page carries, and what some sorts of pages have beside it. */
const SHEETS = [
  ["assets/style.css", "css/style.css"], ["assets/search.css", "css/search-page.css"], ["assets/calendar.css", "css/calendar.css"],
  ["assets/regulation.css", "css/regulation.css"], ["assets/my.css", "css/my.css"], ["assets/view.css", "css/view.css"], ["assets/chart.css", "css/chart.css"],
];

/** In the bundle as in the modules: the generator puts its token in this line of the service worker. */
const PURGE = 'const PURGE = "";';

/** Browsers with modules in workers understand this much; older ones get titles or pages without scripts. */
const COMMON = { minify: true, charset: "utf8", target: "es2022", legalComments: "inline", logLevel: "warning" };

/**
 * Leaves the other entries and what is no script as addresses.
 * @param {string} entry
 * @param {Map<string, string>} replaced  modules by their path, and the text that takes their place
 */
const apart = (entry, replaced) => ({
  name: "apart",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
      const file = join(resolveDir, path);
      if (kind === "url-token") return { path, external: true };
      if (file === entry || replaced.has(file) || !SCRIPTS.includes(file)) return null;
      const address = relative(dirname(entry), file);
      return { path: address.startsWith(".") ? address : `./${address}`, external: true };
    });
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      const contents = replaced.get(path) ?? (await readFile(path, "utf8"));
      // Such an address means another file where the bundle lies elsewhere than the module.
      if (contents.includes("import.meta.url") && dirname(path) !== dirname(entry)) throw new Error(`${path} cannot be bundled into ${entry}`);
      return { contents };
    });
    onResolve({ filter: /^fonts\// }, ({ path }) => ({ path, external: true }));
  },
});

/**
 * Bundles one script or style sheet.
 * @param {string} entry
 * @param {Map<string, string>} [replaced]
 * @returns {Promise<string>}
 */
export async function bundled(entry, replaced = new Map()) {
  const { outputFiles } = await build({
    ...COMMON, entryPoints: [entry], bundle: true, format: "esm", write: false, plugins: [apart(entry, replaced)], outdir: HERE,
  });
  return outputFiles[0].text;
}

/** The service worker is no module: old browsers take none. */
async function worker() {
  const text = await readFile(join(HERE, "sw.js"), "utf8");
  if (!text.includes(PURGE)) throw new Error(`sw.js has no ${PURGE}`);
  const { code } = await transform(text.replace(PURGE, ""), { ...COMMON, format: "iife" });
  return `${PURGE}\n${code}`;
}

/**
 * All bundles, by their paths in the theme.
 * @returns {Promise<Map<string, string>>}
 */
export async function all() {
  const files = new Map([["sw.js", await worker()]]);
  for (const [sheet, entry] of SHEETS) files.set(sheet, await bundled(join(HERE, entry)));
  for (const script of SCRIPTS) files.set(join("assets", relative(HERE, script)), await bundled(script));
  return files;
}

if (process.argv[1] === import.meta.filename) {
  const [folder] = process.argv.slice(2);
  for (const [path, text] of await all()) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
