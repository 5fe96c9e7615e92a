// Lines and processors as slow as readers have them.
//
// Chromium's network emulation reaches dedicated workers; its processor throttling reaches only the main thread, and
// both searches work in workers. So whole renderer processes are stopped for five sixths of the time, by signals;
// what came of it is measured by a loop in a worker and told with the results.
import { Worker, isMainThread, workerData } from "node:worker_threads";

export const LINES = {
  unthrottled: null,
  "1.6 Mbit/s, 150 ms": { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 },
  "400 kbit/s, 400 ms, CPU ÷ 6": { latency: 400, downloadThroughput: 4e5 / 8, uploadThroughput: 4e5 / 8 },
};

/** The longest that a process runs, or stands still, at a time, in milliseconds. */
const RUNS = 3;

/** Slows a page's line by the browser's own emulation. */
export async function slowLine(page, line) {
  if (!line) return;
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, ...line });
}

/** Slows all renderers of a browser so many times, until the returned function is called. */
export async function slowProcessor(browser, times) {
  if (times === 1) return async () => {};
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const processes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const stop = new SharedArrayBuffer(4);
  const thread = new Worker(new URL(import.meta.url), { workerData: { processes, times, stop } });
  return async () => {
    Atomics.store(new Int32Array(stop), 0, 1);
    await new Promise((done) => thread.once("exit", done));
    await session.detach();
  };
}

/** How long a fixed piece of work takes in a worker of the page, in milliseconds. */
export function workInWorker(page) {
  return page.evaluate(async () => {
    const code = "let t=performance.now(),x=0;for(let i=0;i<5e7;i++)x=(x*31+i)|0;postMessage([performance.now()-t,x])";
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    const [time] = await new Promise((done) => (worker.onmessage = ({ data }) => done(data)));
    worker.terminate();
    return time;
  });
}

function signal(processes, name) {
  for (const id of processes) {
    try {
      process.kill(id, name);
    } catch {
      // A renderer that has ended.
    }
  }
}

/** Runs in a thread of its own, for its waits must be exact. */
function beat({ processes, times, stop }) {
  const flag = new Int32Array(stop);
  while (Atomics.load(flag, 0) === 0) {
    signal(processes, "SIGSTOP");
    const asleep = performance.now();
    Atomics.wait(flag, 0, 0, RUNS * (times - 1));
    // A late wake-up lengthens what follows, so that the share stays.
    const slept = performance.now() - asleep;
    signal(processes, "SIGCONT");
    Atomics.wait(flag, 0, 0, slept / (times - 1));
  }
  signal(processes, "SIGCONT");
}

if (!isMainThread && workerData?.processes) beat(workerData);
