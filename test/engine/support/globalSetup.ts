import { getEngine } from "../../../tools/engine";
import { buildPackage } from "./buildPackage";
import { forgetAmbientSettings } from "./environment";

/** Once before all tests: jest's workers then find the engine and the built package, and do not make them each. */
export default async function globalSetup(): Promise<void> {
  const log = (line: string) => process.stderr.write(`${line}\n`);
  forgetAmbientSettings();
  buildPackage(log);
  await getEngine({ log });
}
