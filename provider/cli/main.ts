#!/usr/bin/env node
import { once } from "node:events";
import { run } from "./run";

void run(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  now: () => new Date(),
  // Once each: a second Ctrl-C, when the first one did not do it, ends the process the hard way.
  untilStopped: async () => void (await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")])),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
