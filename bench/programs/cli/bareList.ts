import { readBare } from "../readPages/readBare";

/** The script that one would write instead of the command. */
readBare().then((jobs) => process.stdout.write(`${JSON.stringify(jobs, null, 2)}\n`));
