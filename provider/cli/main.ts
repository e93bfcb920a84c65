#!/usr/bin/env node
import { once } from "node:events";
import { enableCompileCache } from "node:module";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import type { WriteStream } from "node:tty";
import { run } from "./run";

// The AWS SDK is thousands of lines, and parsing them is a good part of a short run.
enableCompileCache();

// Whoever reads may stop (`| head -1`): that is no failure, and the exit code still says what it would have said.
const writeTo = (stream: WriteStream) => {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return (written: string) => void stream.write(written);
};

const terminalOf = ({ isTTY, columns }: WriteStream) => (isTTY ? { columns: columns || 80 } : undefined);

void run(process.argv.slice(2), {
  stdout: writeTo(process.stdout),
  stderr: writeTo(process.stderr),
  stdoutTerminal: terminalOf(process.stdout),
  stderrTerminal: terminalOf(process.stderr),
  stdin: () => text(process.stdin),
  stdinIsTerminal: process.stdin.isTTY,
  environment: process.env,
  now: () => new Date(),
  sleep: async (milliseconds, signal) => {
    // Ended by the signal it ends all the same.
    await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
  },
  // Once each: a second Ctrl-C, when the first one did not do it, ends the process the hard way.
  untilStopped: async () => void (await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")])),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
