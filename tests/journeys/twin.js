// Starts and stops the twin as a user does: with the README's command, and with Ctrl-C.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = new URL("../..", import.meta.url).pathname;

/** Processes have this long, in ms, to end after Ctrl-C. */
const PATIENCE = 20_000;

/** The process groups that run. Whatever becomes of the tests, none outlives them. */
const groups = new Set();

process.once("exit", () => groups.forEach((group) => signal(group, "SIGKILL")));
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(name, () => process.exit(1));
}

/** A twin of its own port (and the next three), with its data in a folder that outlives a restart. */
export async function newTwin(port) {
  const data = await mkdtemp(join(tmpdir(), "parley-"));
  const forget = () => rm(data, { recursive: true, force: true });
  let running = await start(port, data).catch(async (error) => {
    await forget();
    throw error;
  });
  return {
    site: `http://localhost:${port}/`,
    console: `http://localhost:${port + 3}/`,
    /** Presses a panic button of the demo. */
    press: (button, click) => run("bin/button", ["--data", data, button, click], { cwd: root }),
    /** What it said since it was last started. */
    said: () => running.output.join("\n"),
    stop: () => running.stop(),
    /** With more of the twin's options, where there are any. */
    restart: async (...options) => {
      running = await start(port, data, options);
    },
    remove: async () => {
      await running.stop();
      await forget();
    },
  };
}

/** Resolves when the twin says that it is ready; rejects with its output when it ends before that. */
function start(port, data, options = []) {
  const child = spawn("bin/start", ["--port", String(port), "--data", data, ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // A group of its own, as a terminal gives it: Ctrl-C reaches the twin and its children.
  });
  groups.add(child.pid);
  const output = [];
  const ended = new Promise((resolve) => child.once("close", resolve));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        output.push(line);
        if (line.startsWith("ready after")) {
          resolve({ output, stop: () => stop(child.pid, ended) });
        }
      });
    }
    ended.then((code) => {
      groups.delete(child.pid);
      reject(new Error(`the twin ended with ${code}:\n${output.join("\n")}`));
    });
  });
}

/** Ends the twin as Ctrl-C does, and what is left of its group after a while. Does nothing where it has ended. */
async function stop(group, ended) {
  if (!groups.has(group)) {
    return;
  }
  signal(group, "SIGINT");
  const timer = setTimeout(() => signal(group, "SIGKILL"), PATIENCE);
  await ended;
  clearTimeout(timer);
}

function signal(group, name) {
  try {
    process.kill(-group, name);
  } catch (error) {
    if (error.code !== "ESRCH") {
      throw error;
    }
  }
}
