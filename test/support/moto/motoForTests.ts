import { type Moto, startMoto } from "./startMoto";

/** A moto for the tests of one file: there before the first of them, gone after the last. */
export function motoForTests(): Pick<Moto, "url" | "reset" | "enforceIam"> {
  let started: Moto | undefined;
  const moto = () => {
    if (started === undefined) throw new Error("moto is there once the tests run");
    return started;
  };
  // The first time on a machine its Python environment is made.
  beforeAll(async () => {
    started = await startMoto();
  }, 600_000);
  afterAll(() => started?.close());
  return {
    get url() {
      return moto().url;
    },
    reset: () => moto().reset(),
    enforceIam: (on) => moto().enforceIam(on),
  };
}
