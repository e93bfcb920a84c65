/** The errors WorkMail's model declares for the operations here. Their text travels as `Message`. */
const modelled = new Set([
  "EntityNotFoundException",
  "InvalidParameterException",
  "LimitExceededException",
  "OrganizationNotFoundException",
  "OrganizationStateException",
]);

/**
 * A refusal as it goes over the wire. Thrown anywhere below the server, which alone turns it into an answer.
 * @internal
 */
export class ServiceError extends Error {
  override readonly name = "ServiceError";

  constructor(
    readonly code: string,
    message: string,
    readonly status: number = 400,
  ) {
    super(message);
  }

  /** Errors of the front end, which no model declares, spell the member `message`; clients must read both. */
  toBody(): Record<string, string> {
    return { __type: this.code, [modelled.has(this.code) ? "Message" : "message"]: this.message };
  }
}
