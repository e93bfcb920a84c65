#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import type { WriteStream } from "node:tty";
import { EXIT } from "./exit";
import type { Host } from "./host";

// What nobody foresaw ends with our exit code for it, and not with Node's, which is that of "incomplete".
process.on("uncaughtException", (error) => fail(String(error)));

if (typeof enableCompileCache !== "function") {
  fail(`workmail-exports needs Node 22.1 or later; this is ${process.versions.node}`);
  process.exit();
}

// The AWS SDK is thousands of lines, and parsing them is a good part of a short run.
enableCompileCache();

function fail(message: string): void {
  process.exitCode = EXIT.failure;
  process.stderr.write(`error: ${message}\n`);
}

const loaded = {
  events: (): typeof import("node:events") => require("node:events"),
  consumers: (): typeof import("node:stream/consumers") => require("node:stream/consumers"),
  timers: (): typeof import("node:timers/promises") => require("node:timers/promises"),
};

/** Opened on first use: opening a stream of the process takes as long as all the rest that --help does. */
function outlet(name: "stdout" | "stderr"): (text: string) => void {
  let open: WriteStream | undefined;
  return (text) => {
    open ??= process[name].on("error", (error: NodeJS.ErrnoException) => unwritten(name, error));
    open.write(text);
  };
}

/**
 * Whoever reads may stop (`| head -1`): that is no failure, and the exit code still says what it would have said. Anything
 * else is one, such as a full disk, whatever the verdict is: nobody has seen it.
 */
function unwritten(name: "stdout" | "stderr", error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE" || process.exitCode === EXIT.failure) return;
  process.exitCode = EXIT.failure;
  host.stderr(`error: cannot write to ${name}: ${error.message}\n`);
}

const terminalOf = ({ isTTY, columns }: WriteStream) => (isTTY ? { columns: columns || 80 } : undefined);

const host: Host = {
  stdout: outlet("stdout"),
  stderr: outlet("stderr"),
  get stdoutTerminal() {
    return terminalOf(process.stdout);
  },
  get stderrTerminal() {
    return terminalOf(process.stderr);
  },
  get stdinIsTerminal() {
    return process.stdin.isTTY;
  },
  stdin: () => loaded.consumers().text(process.stdin),
  environment: process.env,
  now: () => new Date(),
  sleep: async (milliseconds, signal) => {
    // Ended by the signal it ends all the same.
    await loaded
      .timers()
      .setTimeout(milliseconds, undefined, { signal })
      .catch(() => undefined);
  },
  // Once each: a second Ctrl-C, when the first one did not do it, ends the process the hard way.
  untilStopped: async () => {
    const { once } = loaded.events();
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  },
};

// After the cache is on, so that it serves these too.
const { run }: typeof import("./run") = require("./run");

void run(process.argv.slice(2), host).then((exitCode) => {
  // Unless something could not be written meanwhile.
  process.exitCode ??= exitCode;
});
