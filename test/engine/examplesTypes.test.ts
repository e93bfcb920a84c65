import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type CompilerOptions,
  createCompilerHost,
  createProgram,
  createSourceFile,
  flattenDiagnosticMessageText,
  getPreEmitDiagnostics,
  ModuleKind,
  ScriptTarget,
} from "typescript";
import { CHECKOUT } from "./support/project";

jest.setTimeout(120_000);

const options: CompilerOptions = {
  target: ScriptTarget.ES2022,
  module: ModuleKind.NodeNext,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/** What the compiler says of each text, as if it were a file of the checkout. All at once: @pulumi/aws is large. */
function problemsOf(texts: Readonly<Record<string, string>>): Readonly<Record<string, string[]>> {
  const files = new Map(Object.entries(texts).map(([path, text]) => [join(CHECKOUT, path), text]));
  const host = createCompilerHost(options);
  const [exists, source] = [host.fileExists, host.getSourceFile];
  host.fileExists = (name) => files.has(name) || exists(name);
  host.getSourceFile = (name, how, ...rest) => {
    const text = files.get(name);
    return text === undefined ? source(name, how, ...rest) : createSourceFile(name, text, how);
  };
  const diagnostics = getPreEmitDiagnostics(createProgram([...files.keys()], options, host));
  const of = (path: string) => diagnostics.filter(({ file }) => file?.fileName === join(CHECKOUT, path));
  return Object.fromEntries(
    Object.keys(texts).map((path) => [
      path,
      of(path).map(({ messageText: m }) => flattenDiagnosticMessageText(m, "\n")),
    ]),
  );
}

const read = (path: string) => readFileSync(join(CHECKOUT, "examples", path), "utf8");

function block(example: string, marker: string): string {
  const readme = read(join(example, "README.md"));
  const found = new RegExp(`<!-- ${marker} -->\n\`\`\`ts\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1];
  if (found === undefined) throw new Error(`the README of ${example} has no program ${marker}`);
  return found;
}

test("the programs in the READMEs of the examples compile as printed, with the real @pulumi/aws", () => {
  const program = read("coverage/index.ts");
  const line = 'const exportJobs = new MailboxExportJobs("exports", organization);\n';
  expect(program).toContain(line);
  const problems = problemsOf({
    "examples/guard/aws.ts": block("guard", "aws"),
    "examples/guard/hook.ts": block("guard", "hook"),
    "examples/coverage/reference.ts": block("coverage", "reference"),
    "examples/coverage/keep.ts": program.replace(line, block("coverage", "keep")),
    "examples/lifecycle/readme.ts": block("..", "lifecycle"),
    "examples/guard/wrong.ts": block("guard", "aws").replace("organizationId, jobs,", "organization, jobs,"),
  });
  expect(problems).toEqual({
    "examples/guard/aws.ts": [],
    "examples/guard/hook.ts": [],
    "examples/coverage/reference.ts": [],
    "examples/coverage/keep.ts": [],
    "examples/lifecycle/readme.ts": [],
    "examples/guard/wrong.ts": [expect.stringContaining("organizationId")],
  });
});
