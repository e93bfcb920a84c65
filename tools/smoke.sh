#!/usr/bin/env bash
# Packs the package as it is published, installs it in an empty folder, and imports it both ways there: a build can
# compile and still not be usable.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

pulumi=$(node -p 'require("@pulumi/pulumi/package.json").version')
npm pack --silent --pack-destination "$folder" >/dev/null
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund ./pulumi-workmail-exports-*.tgz "@pulumi/pulumi@$pulumi"

cat >common.cjs <<'JS'
const { findingKinds, getMailboxExportJobs, InvalidArgumentsError, MailboxExportJobs } = require("pulumi-workmail-exports");
const { start } = require("pulumi-workmail-exports/emulator");
const { mailboxExportGuard, mailboxExportJobs } = require("pulumi-workmail-exports/dynamic");
const assert = require("node:assert");
const { existsSync } = require("node:fs");
const { dirname, join } = require("node:path");
assert.strictEqual(typeof MailboxExportJobs, "function");
assert.strictEqual(typeof start, "function");
assert.strictEqual(typeof mailboxExportJobs().check, "function");
assert.strictEqual(typeof mailboxExportGuard().delete, "function");
const root = dirname(require.resolve("pulumi-workmail-exports/package.json"));
for (const { page } of Object.values(findingKinds)) assert(existsSync(join(root, page)), page);
// Nobody installed the client of S3, which is an optional peer.
const prove = { organizationId: "m-0123456789abcdef0123456789abcdef", region: "us-east-1", prove: true };
Promise.all([
  assert.rejects(getMailboxExportJobs({ organizationId: "" }), InvalidArgumentsError),
  assert.rejects(getMailboxExportJobs(prove), /npm install @aws-sdk\/client-s3$/),
]).then(() => console.log("CommonJS: ok"));
JS
cat >module.mjs <<'JS'
import { sampleOrganization, start } from "pulumi-workmail-exports/emulator";
import { getMailboxExportCoverage, getMailboxExportJobs } from "pulumi-workmail-exports";
import assert from "node:assert";
const organizationId = "m-0123456789abcdef0123456789abcdef";
const seed = { organizations: [sampleOrganization({ organizationId, jobs: 250, mailboxes: 200, now: new Date() })] };
const emulator = await start({ seed });
const where = { organizationId, region: "us-east-1", endpoint: emulator.url };
const { counts } = await getMailboxExportJobs(where);
const { verdict, counts: mailboxes } = await getMailboxExportCoverage(where);
await emulator.close();
assert.strictEqual(mailboxes.total, 200);
assert.strictEqual(verdict, "incomplete");
assert.strictEqual(counts.total, 250);
console.log("ES module: ok");
JS
export AWS_ACCESS_KEY_ID=smoke AWS_SECRET_ACCESS_KEY=smoke
node common.cjs
node module.mjs
npx --no-install workmail-exports --help >/dev/null
# Every format, and what each of them needs, from an emulator that the command itself runs.
node_modules/.bin/workmail-exports emulator --port 0 >emulator.txt &
emulator=$!
trap 'kill "$emulator"; rm -rf "$folder"' EXIT
until grep -q 'Ctrl-C' emulator.txt; do sleep 0.1; done
eval "$(grep -o 'AWS_ENDPOINT_URL_WORKMAIL=.*' emulator.txt | head -1)"
export AWS_ENDPOINT_URL_WORKMAIL AWS_REGION=us-east-1
outputs=(--output a.txt --output a.json --output a.ndjson --output a.csv --output a.md --output a.xml --output a.html --output a.tf.json)
code=0
npx --no-install workmail-exports gate --all-organizations "${outputs[@]}" >/dev/null || code=$?
[ "$code" -eq 1 ] || { echo "gate exited with $code, not 1"; exit 1; }
for file in a.txt a.json a.ndjson a.csv a.md a.xml a.html a.tf.json; do [ -s "$file" ] || { echo "$file is empty"; exit 1; }; done
node -e 'require("pulumi-workmail-exports/answer.schema.json")'
echo "command: ok"
