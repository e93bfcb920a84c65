import type { ImportReport } from "../report";

// require and not import, which would be carried out before the first line.
const start = performance.now();
require("@pulumi/pulumi");
const withPulumi = performance.now();
require("pulumi-workmail-exports");
const withPackage = performance.now();

const report: ImportReport = { pulumiMs: withPulumi - start, bothMs: withPackage - start };
process.stdout.write(JSON.stringify(report));
