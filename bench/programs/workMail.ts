import { type SeedOrganization, start } from "pulumi-workmail-exports/emulator";

/** Serves the organizations it is sent, and says where. It ends with the process that started it. */
process.once("message", async (organizations: readonly SeedOrganization[]) => {
  const { url } = await start({ seed: { organizations }, latencyMs: Number(process.env["LATENCY_MS"]) });
  process.send?.(url);
});
process.once("disconnect", () => process.exit());
