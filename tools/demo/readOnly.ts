import { openDemoStack } from "./demoStack";
import type { Setting } from "./liveThrough";
import type { OrganizationOptions } from "./parseOptions";
import { Stage } from "./stage";
import { readingPreview } from "./steps";

/** A preview of the example for the user's own organization, with the user's own credentials. */
export async function readOnly(organization: OrganizationOptions, { engine, screen, stop }: Setting): Promise<void> {
  const { organizationId, region, profile, endpoint } = organization;
  const config = {
    organizationId,
    ...(endpoint !== undefined && { endpoint }),
  };
  const foreignConfig = {
    ...(region !== undefined && { "aws:region": region }),
    ...(profile !== undefined && { "aws:profile": profile }),
  };
  const stack = await openDemoStack({
    engine,
    project: "list",
    config,
    foreignConfig,
    environment: process.env,
    stop,
  });
  const asked = endpoint ?? process.env["AWS_ENDPOINT_URL_WORKMAIL"] ?? "the real one";
  screen.note(`WorkMail: ${asked}, organization ${organizationId}, with your own AWS credentials.`);
  screen.note("State: in a temporary folder, which is removed at the end. Your Pulumi login is not used.");
  try {
    const stage = new Stage(screen, stack);
    await stage.run(readingPreview);
    stage.total("Nothing was made, changed or kept.");
  } finally {
    await stack.close();
  }
}
