// A preview that runs while a test looks at it.
import { spawn } from "node:child_process";

/** Starts the preview of a folder on a day, called by its name as readers do, and waits until it tells its address. */
export async function startPreview(program, folder, day) {
  const called = { argv0: "kabinet", stdio: ["ignore", "ignore", "pipe"] };
  const running = spawn(program, ["serve", "--root", folder, "--today", day, "--lang", "ru"], called);
  const origin = await new Promise((found, failed) => {
    let said = "";
    running.stderr.setEncoding("utf8").on("data", (text) => {
      said += text;
      const address = /http:\/\/[\d.:]+/.exec(said)?.[0];
      if (address) found(address);
    });
    running.on("exit", () => failed(new Error(said)));
  });
  return { running, origin };
}
