// The engine's thread as the page starts it: maybe before anybody asks, so that its script is on its way.
import { SearchFault } from "./fault.js";

const lacking = () => new SearchFault("unsupported", "no WebAssembly, or no modules in workers");

/**
 * Starts a worker. Browsers that have workers but no modules in them do not ask for the type.
 * @returns {Worker}
 */
function start() {
  let asked = false;
  /** @type {WorkerOptions} */
  const options = {
    get type() {
      asked = true;
      return /** @type {const} */ ("module");
    },
  };
  if (typeof WebAssembly !== "object" || typeof Worker !== "function") throw lacking();
  const worker = new Worker(new URL("./worker.js", import.meta.url), options);
  if (asked) return worker;
  worker.terminate();
  throw lacking();
}

export class Thread {
  worker = start();
  /** Its script has come, or does not come. @type {Promise<void>} */
  come = new Promise((done, failed) => {
    this.worker.addEventListener("message", () => done(), { once: true });
    this.worker.addEventListener("error", failed, { once: true });
  });

  constructor() {
    // Nobody may have taken it yet.
    this.come.catch(() => {});
  }
}
