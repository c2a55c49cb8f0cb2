import { randomUUID } from "node:crypto";
import { Backend } from "./backend.ts";

/** A service with people and talk in it, as of `now`. */
export function sample(now: Date): Backend {
  const backend = new Backend();
  let time = now.getTime() - 26 * 3_600_000;
  backend.now = () => new Date(time);
  const pass = (minutes: number) => (time += minutes * 60_000);
  backend.person("ada", "Ada Lovelace", "violet");
  backend.person("grace", "Grace Hopper", "teal");
  backend.person("alan", "Alan Turing", "amber");
  backend.person("edsger", "Edsger Dijkstra", "blue");
  backend.create("ada", "general", { room: "general", topic: "Everything that concerns all of us" });
  for (const user of ["grace", "alan", "edsger"]) {
    backend.member("ada", "general", user, "member", "added");
  }
  for (let index = 1; index <= 140; index++) {
    backend.say(["ada", "grace", "alan", "edsger"][Math.floor(index / 3) % 4]!, "general", `Earlier remark number ${index}`);
    pass(2);
  }
  backend.create("grace", "compilers", { room: "compilers", topic: "A-0 and what came after" });
  backend.create("grace", "payroll", { room: "payroll", visibility: "private" });
  backend.member("grace", "payroll", "ada", "member", "added");
  backend.say("grace", "payroll", "The *new* tables are in.");
  backend.create("alan", "puzzles", { room: "puzzles", topic: "Crosswords, mostly" });
  time = now.getTime() - 50 * 60_000;
  backend.say("grace", "general", "Good morning! I found the cause of yesterday's trouble: a **moth** in relay 70.");
  pass(1);
  const moth = backend.say("grace", "general", "First actual case of a bug being found.");
  const react = (user: string, seq: number, emoji: string) => {
    const after = backend.rooms.get("general")!.log.tail.seq;
    backend.write(user, "react", { room: "general", clientId: randomUUID(), after, seq, emoji, on: true });
  };
  react("ada", moth.seq, "😂");
  react("alan", moth.seq, "😂");
  react("edsger", moth.seq, "🐛");
  pass(6);
  backend.say("ada", "general", "Lovely. The notes are at https://example.org/notes/g and the loop is this:\n\n```\nfor (let n = 1; n <= 10; n++) {\n  bernoulli(n);\n}\n```");
  pass(3);
  backend.say("alan", "general", "Two questions:\n\n1. does it *halt*?\n2. does `n` start at one?");
  pass(1);
  const wrong = backend.say("alan", "general", "I think it dose.");
  const edit = { room: "general", clientId: randomUUID(), after: wrong.seq, seq: wrong.seq, text: "I think it does." };
  backend.write("alan", "edit", edit);
  pass(4);
  const gone = backend.say("edsger", "general", "goto end");
  backend.write("edsger", "delete", { room: "general", clientId: randomUUID(), after: gone.seq, seq: gone.seq });
  backend.say("edsger", "general", "> does it halt?\n\nSimplicity is prerequisite for reliability, so: yes.");
  pass(5);
  backend.rest("ada", "PUT", "/rooms/general/read", backend.rooms.get("general")!.log.tail);
  backend.say("grace", "general", "Shall we meet at three?");
  backend.say("grace", "general", "👍🎉");
  backend.rest("ada", "PUT", "/directs/grace", {});
  backend.say("grace", "direct-ada-grace", "Have you got a minute?");
  pass(2);
  backend.rest("ada", "PUT", "/directs/alan", {});
  backend.say("ada", "direct-ada-alan", "Thanks for the tape.");
  backend.rest("ada", "PUT", "/rooms/direct-ada-alan/read", backend.rooms.get("direct-ada-alan")!.log.tail);
  backend.now = () => new Date();
  return backend;
}
