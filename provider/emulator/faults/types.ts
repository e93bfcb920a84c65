import type { OperationName } from "../operations/table";

/**
 * What each kind of fault does, and the members that are its own.
 * @public
 */
export interface FaultMembers {
  /** 400 ThrottlingException, "Rate exceeded". */
  throttle: unknown;
  /** A 5xx answer; `status` default 500. */
  serverError: { readonly status?: number };
  /** Any error: `code` becomes the `__type`; `status` default 400. */
  error: { readonly code: string; readonly message: string; readonly status?: number };
  /** The connection is reset without an answer. */
  reset: unknown;
  /** No answer until the emulator closes; with `after: "halfBody"` the headers and half the body come first. */
  hang: { readonly after?: "nothing" | "halfBody" };
  /** `how: "connection"` (default): the connection ends before the promised length; `"json"`: a whole answer of half a JSON text. */
  truncatedBody: { readonly how?: "connection" | "json" };
  /** An HTML page, as a proxy would give it; `status` default 200. */
  html: { readonly status?: number };
  /** The page hands out a token that leads back to itself, for ever. */
  repeatToken: unknown;
  /** The page hands out one of two tokens in turn, and both lead back to it, for ever. */
  cycleTokens: unknown;
  /** A page with an empty list and a token; the page's jobs (users, resources, organizations) come on the page after. */
  emptyPageWithToken: unknown;
  /** The page's list is missing, and its jobs (users, resources, organizations) with it. */
  pageWithoutJobs: unknown;
  /** A null comes before the page's jobs (users, resources, organizations). */
  nullJob: unknown;
  /** Every job (user, resource, organization) lacks these members, named as on the wire. */
  missingFields: { readonly fields: readonly string[] };
  /** Every job (user, resource, organization) is in this state; default `"SUSPENDED"`. */
  unknownState: { readonly state?: string };
  /** Every job (user, resource, organization), and the answer itself, has members that no model knows. */
  unknownMembers: unknown;
  /**
   * Every job's `member` (default StartTime; users and resources have the next two, organizations the last) is this
   * `value`; default an RFC 3339 string, which is not what JSON 1.1 uses.
   */
  notATimestamp: {
    readonly member?: "StartTime" | "EndTime" | "EnabledDate" | "DisabledDate" | "CompletedDate";
    readonly value?: string;
  };
}

/** @public */
export type FaultKind = keyof FaultMembers;

/**
 * Which requests a fault meets. All conditions must hold.
 * @public
 */
export interface FaultScope {
  /** Default: any operation the kind makes sense for. */
  readonly operation?: OperationName;
  /** The 1-based page of a walk; a request that is repeated asks for the same page. Default: any request. */
  readonly onPage?: number;
  /** How many requests it meets. Default 1; for repeatToken and cycleTokens, without end (`Infinity`). */
  readonly times?: number;
}

/**
 * A fault as data. Faults wait in a queue; each request meets the first one that matches it.
 *
 * @example
 * emulator.inject({ kind: "throttle", times: 2 }, { kind: "repeatToken", onPage: 3 });
 *
 * @public
 */
export type Fault = FaultOf<FaultKind>;

/** @internal */
export type FaultOf<K extends FaultKind> = { [P in K]: { readonly kind: P } & FaultScope & FaultMembers[P] }[K];
