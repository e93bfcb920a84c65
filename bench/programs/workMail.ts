import { type SeedOrganization, start } from "pulumi-workmail-exports/emulator";

/** Serves the organizations it is sent, and says where. It ends with the process that started it. */
process.once("message", async (organizations: readonly SeedOrganization[]) => {
  // No latency and no limit of requests: waiting is the same for both sides, and would make them look alike.
  const { url } = await start({ seed: { organizations }, latencyMs: 0 });
  process.send?.(url);
});
process.once("disconnect", () => process.exit());
