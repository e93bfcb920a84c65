import { ServiceError } from "./errors";

/** The refusal of a request that came too soon after too many others. @internal */
export function rateExceeded(): ServiceError {
  return new ServiceError("ThrottlingException", "Rate exceeded");
}

/**
 * A bucket of `perSecond` requests that refills evenly. It runs on real time and not on the emulator's clock: clients wait
 * in real time before they try again, and a clock that a test holds would never let them in.
 * @internal
 */
export function throttle(perSecond: number, realMs: () => number): () => void {
  const capacity = Math.max(1, perSecond);
  let available = capacity;
  let lastMs = realMs();
  return () => {
    const nowMs = realMs();
    available = Math.min(capacity, available + ((nowMs - lastMs) / 1000) * perSecond);
    lastMs = nowMs;
    if (available < 1) throw rateExceeded();
    available -= 1;
  };
}
