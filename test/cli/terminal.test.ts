import { type Emulator, ManualClock, type SeedJob, type SeedUser, start } from "../../provider/emulator";
import { builtCommand, environmentFor, runBuilt } from "../support/builtCommand";
import { organizationId } from "../support/organization";
import { type ScreenLine, screenOf } from "../support/terminal/screen";
import { type InTerminal, startInTerminal } from "../support/terminal/startInTerminal";

// The command in a real pseudo terminal, its output on the screen of a real terminal emulator of the same width.
jest.setTimeout(60_000);

const widths = [60, 80, 160];

/**
 * Names that fill more or fewer columns than they have letters. Of emoji no two terminals think the same (here xterm gives
 * most of them one column, we two), so that in their lines what comes behind is not held to its column.
 */
const names = {
  plain: "Alice García",
  wide: "山田太郎",
  long: "山田太郎山田太郎山田太郎山田太郎山田太郎山田太郎",
  halfWidth: "ﾔﾏﾀﾞ タロウ",
  combining: "Zoe\u0308 Ame\u0301lie Vo\u0302\u0303",
  hangul: "김민준",
  jamo: "\u1100\u1175\u11b7\u1106\u1175\u11ab",
  thai: "สมชาย ใจดี",
  devanagari: "क्षितिज शर्मा",
  hebrew: "דורה כהן",
  arabic: "عربي محمد",
  mixed: "דורה 山田 Ame\u0301lie",
  directions: "\u202eevil\u202c \u2066x\u2069",
} as const;
const emojiNames = { emoji: "🎉🎉 Party", family: "👩‍👩‍👧 Home", flag: "🇩🇪 Berlin", heart: "I ❤️ mail" } as const;

const everybody = Object.entries({ ...names, ...emojiNames });
const entityOf = (index: number) => `S-1-1-11-1111111111-${1000 + index}`;

const users: readonly SeedUser[] = everybody.map(([name, displayName], index) => ({
  id: entityOf(index),
  name,
  email: `${name}@example.com`,
  displayName,
}));

const ends = [
  { state: "COMPLETED", afterSeconds: 600 },
  { state: "FAILED", afterSeconds: 60, errorInfo: "no access" },
  { state: "CANCELLED", afterSeconds: 60 },
] as const;

/** One job a mailbox but the last: completed, failed, cancelled and running in turn, and described by the name. */
const jobs: readonly SeedJob[] = everybody.slice(0, -1).map(([name, displayName], index) => {
  const end = ends[index % 4];
  return {
    jobId: `job-of-${name}`,
    entityId: entityOf(index),
    startTime: `2026-11-23T08:${10 + index}:00Z`,
    description: displayName,
    ...(end !== undefined && { end }),
  };
});

let emulator: Emulator;
beforeAll(async () => {
  const seed = { organizations: [{ organizationId, users, jobs }] };
  emulator = await start({ seed, clock: new ManualClock("2026-11-24T12:00:00Z") });
});
afterAll(() => emulator.close());

const program = (...args: string[]) => [process.execPath, builtCommand, ...args, "--organization-id", organizationId];

/** Runs the command in a terminal to its end. */
async function inTerminal(columns: number, args: readonly string[], own: Readonly<Record<string, string>> = {}) {
  const env = environmentFor(emulator.url, { TERM: "xterm-256color", ...own });
  const { ended } = await startInTerminal(program(...args), { columns, env });
  const { exitCode, output } = await ended;
  return { exitCode, output, lines: await screenOf(output, columns) };
}

/** Each printed line is one row of the screen: what was printed, line for line, is what stands there. */
function expectNoWraps(output: string, lines: readonly ScreenLine[]): void {
  expect(lines.filter(({ isWrapped }) => isWrapped).map(({ text }) => text)).toEqual([]);
  expect(lines).toHaveLength(output.trimEnd().split("\n").length);
}

interface Table {
  readonly headings: readonly { readonly name: string; readonly column: number }[];
  readonly rows: readonly ScreenLine[];
}

/** The table on a screen: the line that begins with this heading, and what stands below it to the next empty line. */
function tableIn(lines: readonly ScreenLine[], first: string): Table {
  const top = lines.findIndex(({ text }) => text.startsWith(`${first} `));
  const [heading, ...below] = lines.slice(top);
  const end = below.findIndex(({ text }) => text === "" || text.startsWith("No room for "));
  const headings = [...(heading?.text ?? "").matchAll(/\S+/g)].map(({ 0: name, index }) => ({ name, column: index }));
  return { headings, rows: below.slice(0, end === -1 ? undefined : end) };
}

/** Whether a line has an emoji in it. */
const hasEmoji = ({ text }: ScreenLine) => /\p{Emoji_Presentation}|\uFE0F|\p{Regional_Indicator}/u.test(text);

/** The cell of a column, without what fills it up; undefined where there is no such column. */
function cellIn({ headings }: Table, row: ScreenLine, name: string): string | undefined {
  const index = headings.findIndex((heading) => heading.name === name);
  const [heading, next] = headings.slice(index);
  if (index === -1 || heading === undefined) return undefined;
  return row.between(heading.column, next?.column).trimEnd();
}

/** Each cell begins where its heading does: what stands before it is blank, and it begins with a letter or is empty. */
function expectAligned(table: Table): void {
  expect(table.headings.length).toBeGreaterThan(1);
  for (const row of table.rows.filter((line) => !hasEmoji(line))) {
    for (const { column } of table.headings.slice(1)) {
      expect([row.text, row.between(column - 2, column)]).toEqual([row.text, "  "]);
      expect(row.between(column)).toMatch(/^(\S|\s\s|$)/);
    }
  }
}

/** A column, where there is room for it, shows this text, or its beginning. */
function expectShown(shown: string | undefined, whole: string): void {
  const visible = whole.replace(/\p{Cf}/gu, "").trim();
  if (shown?.endsWith("…"))
    expect([shown.slice(0, -1), visible.slice(0, shown.length - 1)]).toEqual([
      visible.slice(0, shown.length - 1),
      shown.slice(0, -1),
    ]);
  else expect(shown ?? visible).toBe(visible);
}

describe.each(widths)("in %d columns", (columns) => {
  test("a list has one row a line, and its columns line up", async () => {
    const { exitCode, output, lines } = await inTerminal(columns, ["list"]);
    expect(exitCode).toBe(0);
    expectNoWraps(output, lines);
    const table = tableIn(lines, "STATE");
    expect(table.rows).toHaveLength(jobs.length);
    expectAligned(table);
    // Ours is the order: newest first. And the terminal has the text where we think that it has it.
    for (const [index, row] of table.rows.entries()) {
      const { jobId, description = "" } = jobs.toReversed()[index] ?? { jobId: "none" };
      if (hasEmoji(row)) continue;
      expectShown(cellIn(table, row, "JOB"), jobId);
      expectShown(cellIn(table, row, "DESCRIPTION"), description);
    }
  });

  test("a coverage has one row a line, and its columns line up", async () => {
    const { exitCode, output, lines } = await inTerminal(columns, ["coverage"]);
    expect(exitCode).toBe(1);
    expectNoWraps(output, lines);
    const table = tableIn(lines, "STATUS");
    expect(table.rows).toHaveLength(users.length);
    expectAligned(table);
    const byEmail = users.toSorted((a, b) => ((a.email ?? "") < (b.email ?? "") ? -1 : 1));
    for (const [index, row] of table.rows.entries()) {
      expectShown(cellIn(table, row, "MAILBOX"), byEmail[index]?.email ?? "");
      if (!hasEmoji(row)) expectShown(cellIn(table, row, "NAME"), byEmail[index]?.displayName ?? "");
    }
  });

  test("a gate has one row a line", async () => {
    const { exitCode, output, lines } = await inTerminal(columns, ["gate"]);
    expect(exitCode).toBe(1);
    expectNoWraps(output, lines);
    expect(lines[0]?.text).toMatch(/^✘ incomplete: /);
  });

  test("help and errors have one row a line, where their words leave a choice", async () => {
    const { exitCode, lines } = await inTerminal(columns, ["list", "--page-size", "0"]);
    expect(exitCode).toBe(64);
    expect(lines.map(({ text }) => text).join("")).toMatch(/^error: workmail-exports list: --page-size must be/);
  });
});

describe("colours", () => {
  test("are there on a terminal, by what a state means", async () => {
    const { lines } = await inTerminal(160, ["list"]);
    const table = tableIn(lines, "STATE");
    const heading = lines.find(({ text }) => text.startsWith("STATE "));
    expect(heading?.isBoldAt(0)).toBe(true);
    const colours = new Map(table.rows.map((row) => [cellIn(table, row, "STATE"), row.colourAt(0)]));
    expect(Object.fromEntries(colours)).toEqual({ COMPLETED: 2, FAILED: 1, CANCELLED: 3, RUNNING: 6 });
    // What is not coloured has the terminal's own colour again.
    const behind = table.headings.find(({ name }) => name === "ENTITY")?.column ?? 0;
    expect(table.rows.map((row) => row.colourAt(behind))).toEqual(table.rows.map(() => undefined));
  });

  test.each([[{ NO_COLOR: "1" }], [{ TERM: "dumb" }]])(
    "are not there with %j, and all else is the same",
    async (own) => {
      for (const command of ["list", "coverage", "gate"]) {
        const { output, lines } = await inTerminal(80, [command], own);
        expect(output).not.toContain("\u001b");
        const coloured = await inTerminal(80, [command]);
        expect(coloured.output).toContain("\u001b[");
        expect(lines.map(({ text }) => text)).toEqual(coloured.lines.map(({ text }) => text));
      }
    },
  );

  test("are there with an empty NO_COLOR, which says nothing", async () => {
    expect((await inTerminal(80, ["list"], { NO_COLOR: "" })).output).toContain("\u001b[");
  });

  test.each(["list", "coverage", "gate"])("are not in a pipe, where nothing is shortened: %s", async (command) => {
    const { stdout } = await runBuilt([command, "--organization-id", organizationId], {
      env: environmentFor(emulator.url, { TERM: "xterm-256color", COLUMNS: "60" }),
    });
    for (const mark of ["\u001b", "\u200e", "…"]) expect(stdout).not.toContain(mark);
    expect(stdout).not.toContain("No room for");
    const shown = command === "gate" ? users.slice(0, 0) : users.slice(0, -1);
    for (const { name = "", displayName = "" } of shown) {
      const line = stdout
        .split("\n")
        .find((text) => text.includes(`job-of-${name} `) || text.endsWith(`job-of-${name}`));
      expect(line).toContain(displayName.replace(/\p{Cf}/gu, ""));
    }
  });
});

interface Wait {
  readonly wait: InTerminal;
  readonly clock: ManualClock;
  readonly own: Emulator;
}

/** Ten exports that run, one of which tells nothing of its pace, so that the line of progress is a long one. */
async function startWait(columns: number, poll: string, TERM = "xterm-256color"): Promise<Wait> {
  const begin = new Date();
  const started = new Date(begin.getTime() - 3_600_000).toISOString();
  const clock = new ManualClock(begin);
  const running = Array.from({ length: 10 }, (_each, index) => ({
    jobId: `job-${index}`,
    entityId: entityOf(index),
    startTime: index === 0 ? begin.toISOString() : started,
    end: { state: "COMPLETED", afterSeconds: 100_000 } as const,
  }));
  const mailboxes = users.slice(0, 10).map(({ id, name = "", email = "" }) => ({ id, name, email }));
  const seed = { organizations: [{ organizationId, users: mailboxes, jobs: running }] };
  const own = await start({ seed, clock });
  const words = program("gate", "--wait", "--poll", poll, "--max-attempts", "1").map((word) => `'${word}'`);
  const env = environmentFor(own.url, { TERM });
  // What stood on the terminal before must stay. And the shell waits for the command, as an interactive one does.
  const script = `trap : INT; echo before; ${words.join(" ")}; code=$?; echo after; exit $code`;
  const wait = await startInTerminal(["sh", "-c", script], { columns, env });
  return { wait, clock, own };
}

const linesShown = (output: string) => output.split("\r").filter((line) => line.includes(" of 10 done")).length;
const texts = (lines: readonly ScreenLine[]) => lines.map(({ text }) => text);

describe.each(widths)("a wait in %d columns", (columns) => {
  test("has one line that is written over, and at its end the answer alone", async () => {
    const { wait, clock, own } = await startWait(columns, "1");
    try {
      for (const seen of [1, 2, 3]) {
        await wait.until((output) => linesShown(output) >= seen);
        const during = await screenOf(wait.output(), columns);
        expect(texts(during)).toEqual(["before", expect.stringMatching(/^0 of 10 done, 10 running \(\d+ %\), 0 miss/)]);
        expect(during[1]?.text.length).toBeLessThan(columns);
        clock.advance({ hours: 1 });
      }
      clock.advance({ days: 2 });
      const { exitCode, output } = await wait.ended;
      const lines = await screenOf(output, columns);
      expect(exitCode).toBe(0);
      expect(lines.some(({ isWrapped }) => isWrapped)).toBe(false);
      expect(texts(lines).slice(0, 3)).toEqual([
        "before",
        ...(columns === 60
          ? ["✔ complete: Every mailbox is exported, or excluded with a", "reason."]
          : ["✔ complete: Every mailbox is exported, or excluded with a reason.", ""]),
      ]);
      expect(texts(lines).at(-1)).toBe("after");
      expect(texts(lines).join("\n")).not.toMatch(/ done,/);
    } finally {
      await own.close();
    }
  });

  test("ends at once with Ctrl-C, with the answer and its exit code", async () => {
    const { wait, own } = await startWait(columns, "3600");
    try {
      await wait.until((output) => linesShown(output) > 0);
      wait.type("\u0003");
      const { exitCode, output } = await wait.ended;
      const lines = await screenOf(output, columns);
      expect(exitCode).toBe(1);
      expect(texts(lines).slice(0, 2)).toEqual([
        "before",
        expect.stringMatching(/^stopped: this is how it stood at \d{4}-/),
      ]);
      expect(texts(lines).join("\n")).toMatch(/\n✘ incomplete: /);
      expect(texts(lines).join("\n")).not.toMatch(/ done,|\^C|\n {4}at /);
    } finally {
      await own.close();
    }
  });

  test("says in lines of their own what went wrong meanwhile", async () => {
    const { wait, clock, own } = await startWait(columns, "1");
    try {
      await wait.until((output) => linesShown(output) > 0);
      own.inject({ kind: "serverError", operation: "ListMailboxExportJobs" });
      await wait.until((output) => /tried again[\s\S]* of 10 done/.test(output));
      const lines = texts(await screenOf(wait.output(), columns));
      expect(lines.filter((line) => line.includes("warning:"))).toEqual([
        expect.stringMatching(/^warning: a read failed/),
      ]);
      expect(lines.filter((line) => line.includes("of 10 done"))).toEqual([lines.at(-1)]);
      clock.advance({ days: 2 });
      expect((await wait.ended).exitCode).toBe(0);
    } finally {
      await own.close();
    }
  });
});

test("a wait sends no control sequence to a dumb terminal", async () => {
  const { wait, clock, own } = await startWait(80, "1", "dumb");
  try {
    await wait.until((output) => output.includes(" of 10 done"));
    clock.advance({ days: 2 });
    const { exitCode, output } = await wait.ended;
    expect([exitCode, output.includes("\u001b")]).toEqual([0, false]);
  } finally {
    await own.close();
  }
});
