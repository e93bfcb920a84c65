/**
 * Takes the user's own AWS and Pulumi settings out of this process: a test must neither use nor need them. Operations
 * of the Automation API inherit our environment, so leaving them out of `envVars` is not enough.
 */
export function forgetAmbientSettings(): void {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith("AWS_") || name.startsWith("PULUMI_")) delete process.env[name];
  }
}

const DEFAULTS = {
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_REGION: "us-east-1",
  AWS_CONFIG_FILE: "/dev/null",
  AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  AWS_EC2_METADATA_DISABLED: "true",
  // A missing plugin is an error at once, and not a download.
  PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  // Programs of tests are type-checked with all the rest; here that would cost a second in each operation.
  PULUMI_NODEJS_TRANSPILE_ONLY: "true",
};

export function testEnvironment(
  engine: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const entries = Object.entries({ ...DEFAULTS, ...engine, ...own });
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
