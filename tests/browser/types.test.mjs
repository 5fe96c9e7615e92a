// The theme's scripts are plain JavaScript with types in comments: the TypeScript compiler reads them as strictly as it can.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

for (const project of ["tsconfig.json", "tsconfig.sw.json"]) test(`the theme's scripts agree with their types (${project})`, async () => {
  const compiler = join(import.meta.dirname, "node_modules/typescript/bin/tsc");
  const said = await new Promise((done) => {
    execFile(process.execPath, [compiler, "--project", join(import.meta.dirname, project)], (error, output) => done(error ? output || String(error) : ""));
  });
  assert.equal(said, "");
});
