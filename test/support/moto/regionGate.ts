import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { serve } from "../serve";

interface GateOptions {
  /**
   * 301 is what a region's endpoint says; 400 what the global one says of a bucket that has been elsewhere for long, as
   * the request comes to the right region there, with the wrong signature.
   */
  readonly status?: 301 | 400;
}

const errors = {
  301: "<Code>PermanentRedirect</Code><Message>The bucket must be addressed using the specified endpoint.</Message>",
  400: "<Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed.</Message>",
} as const;

/**
 * A door in front of a moto, which would hand out each bucket in every region. This one does as S3 does: a request for one
 * of these buckets that is signed for another region than the bucket's gets 301, or 400, with `x-amz-bucket-region`, and
 * with no body where it was HEAD. All else goes through as it is. It is there until the test is over.
 */
export function regionGate(
  url: string,
  regions: Readonly<Record<string, string>>,
  { status = 301 }: GateOptions = {},
): Promise<string> {
  return serve((incoming, response) => {
    const [, bucket = ""] = (incoming.url ?? "").split(/[/?]/);
    const [, signedFor] = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(incoming.headers.authorization ?? "") ?? [];
    const region = regions[bucket];
    if (region === undefined || region === signedFor) return pass(url, incoming, response);
    incoming.resume();
    response.writeHead(status, { "x-amz-bucket-region": region, "content-type": "application/xml" });
    response.end(`<Error>${errors[status]}<Region>${region}</Region><Bucket>${bucket}</Bucket></Error>`);
  });
}

/** With the Host header of the client: its signature covers that. */
function pass(url: string, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = incoming;
  const outgoing = request(new URL(incoming.url ?? "", url), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.once("error", () => response.destroy());
  incoming.pipe(outgoing);
}
