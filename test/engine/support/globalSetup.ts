import { getEngine } from "../../../tools/engine";
import { pythonEnvironment } from "../../support/python/pythonEnvironment";
import { buildPackage } from "./buildPackage";
import { forgetAmbientSettings } from "./environment";

/**
 * Once before all tests: jest's workers then find the engine, the built package and the S3 server, and do not make them
 * each. Without Python only the tests against S3 fail, and say the same.
 */
export default async function globalSetup(): Promise<void> {
  const log = (line: string) => process.stderr.write(`${line}\n`);
  forgetAmbientSettings();
  buildPackage(log);
  await Promise.all([getEngine({ log }), pythonEnvironment({ log }).catch(({ message }) => log(message))]);
}
