import { readFile } from "node:fs/promises";
import { runCommand } from "../../engine/support/command";
import { pythonEnvironment } from "../../support/python/pythonEnvironment";

const program = `import json, sys, yaml
class Words(yaml.SafeLoader): pass
# GitHub reads YAML 1.2, where "on" is a word, and not true.
Words.yaml_implicit_resolvers = {first: [(tag, form) for tag, form in forms if tag != "tag:yaml.org,2002:bool"]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()}
json.dump(yaml.load(open(sys.argv[1], encoding="utf-8"), Words), sys.stdout)`;

/** A YAML file as PyYAML reads it; true and false stay words. */
export async function readYaml<Content>(file: string): Promise<Content> {
  const python = await pythonEnvironment({ log: (line) => process.stderr.write(`${line}\n`) });
  await readFile(file); // a file that is not there is said by its name, and not by a stack of Python's
  const { code, stdout, stderr } = await runCommand(python, ["-I", "-c", program, file], {
    cwd: process.cwd(),
    env: { PATH: process.env["PATH"] },
  });
  if (code !== 0) throw new Error(`${file}: ${stderr}`);
  return JSON.parse(stdout);
}
