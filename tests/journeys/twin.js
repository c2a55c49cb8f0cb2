// Starts and stops the twin as a user does: with the README's command.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = new URL("../..", import.meta.url).pathname;

/** A twin of its own port, with its data in a folder that outlives a restart. */
export async function newTwin(port) {
  const data = await mkdtemp(join(tmpdir(), "parley-"));
  let running = await start(port, data);
  return {
    site: `http://localhost:${port}/`,
    stop: () => running.stop(),
    restart: async () => {
      running = await start(port, data);
    },
    remove: async () => {
      await running.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Resolves when the twin says that it is ready; rejects with its output when it ends before that. */
function start(port, data) {
  const child = spawn("bin/start", ["--port", String(port), "--data", data], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const output = [];
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGINT");
    await ended;
  };
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        output.push(line);
        if (line.includes("ready")) resolve({ stop });
      });
    }
    ended.then((code) => reject(new Error(`the twin ended with ${code}:\n${output.join("\n")}`)));
  });
}
