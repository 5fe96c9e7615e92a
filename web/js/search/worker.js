// The engine's own thread: takes questions and sends answers back, so that the page never stands still.
import { Engine, Trap } from "./engine.js";
import { asFault, isAbort, SearchFault } from "./fault.js";
import { Files } from "./files.js";

/** @typedef {import("./files.js").Bytes} Bytes */

/**
 * @typedef {{ id: number, do: "open", base: string, anew: boolean, bare: boolean }} OpenMessage
 * @typedef {{ id: number, do: "search", request: import("./types.js").Request }} SearchMessage
 * @typedef {{ id: number, do: "stems", text: string }} StemsMessage
 * @typedef {{ id: number, do: "cancel" }} CancelMessage
 * @typedef {{ id: number, do: "take", path: string, bytes: Bytes | null, fault?: string }} TakeMessage
 * @typedef {OpenMessage | SearchMessage | StemsMessage} Question
 * @typedef {Question | CancelMessage | TakeMessage} Message
 */

/**
 * @typedef {object} Reply
 * @property {number} id
 * @property {unknown} [value]
 * @property {{ kind: import("./fault.js").FaultKind, text: string }} [fault]
 * @property {string} [trap]  the engine has crashed, and the thread is of no more use
 * @property {boolean} [aborted]
 * @property {number} taken  how many bytes of files the engine holds
 * @property {string[]} fetched  what was fetched since the last reply
 */

/** @type {Promise<Engine> | undefined} */
let opening;
/** @type {Engine | undefined} */
let engine;
/** @type {Map<number, AbortController>} */
const running = new Map();

/** What the page has fetched while this thread was starting. @type {Map<string, (message: TakeMessage) => void>} */
const takers = new Map();
/** @type {Map<string, Promise<Bytes | null>>} */
const taken = new Map();
/** The page could not even learn what there is to fetch. */
let alone = false;

/**
 * Waits for a file that the page fetches: all that an engine opens with.
 * @param {string} path
 * @returns {Promise<Bytes | null>}
 */
function fromPage(path) {
  if (alone || !/^(index\.json$|engine\/|core\/)/.test(path)) return Promise.resolve(null);
  const known = taken.get(path);
  if (known) return known;
  const coming = new Promise((/** @type {(bytes: Bytes | null) => void} */ take, refuse) => {
    takers.set(path, ({ bytes, fault }) => (fault ? refuse(new SearchFault("network", fault)) : take(bytes)));
  });
  // Nobody may have asked for it yet.
  coming.catch(() => {});
  taken.set(path, coming);
  return coming;
}

/**
 * @param {Question} message
 * @param {AbortSignal} signal
 */
async function answer(message, signal) {
  if (message.do === "open") {
    const files = new Files(new URL(message.base), message.anew, fromPage);
    opening = message.bare ? Engine.bare(files) : Engine.open(files);
    engine = await opening;
    return engine.manifest;
  }
  const opened = await opening;
  if (!opened) throw new SearchFault("broken", "a question before the opening");
  if (message.do === "stems") return opened.stems(message.text);
  if (message.do === "search") return opened.search(message.request, signal);
}

/** @param {unknown} error */
function trouble(error) {
  if (error instanceof Trap) return { trap: error.message };
  if (isAbort(error)) return { aborted: true };
  const { kind, message } = asFault(error);
  return { fault: { kind, text: message } };
}

self.addEventListener("message", async (/** @type {MessageEvent<Message>} */ { data }) => {
  if (data.do === "cancel") {
    running.get(data.id)?.abort();
    return;
  }
  if (data.do === "take") {
    fromPage(data.path);
    if (data.path === "index.json") alone = data.bytes === null;
    takers.get(data.path)?.(data);
    return;
  }
  const controller = new AbortController();
  running.set(data.id, controller);
  const result = await answer(data, controller.signal).then((value) => ({ value }), trouble);
  running.delete(data.id);
  const fetched = engine?.fetched.splice(0) ?? [];
  self.postMessage({ id: data.id, taken: engine?.taken ?? 0, fetched, ...result });
});

// All scripts have come: from now on this thread answers for itself.
self.postMessage({ id: 0, taken: 0, fetched: [] });
