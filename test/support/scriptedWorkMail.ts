import { serve } from "./serve";

export interface Scripted {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** As it is, or as JSON. */
  readonly body: unknown;
}

/** A server that gives these answers in turn, the last one for ever: what no WorkMail would say. */
export async function scriptedWorkMail(
  ...answers: readonly Scripted[]
): Promise<{ url: string; requests: () => number }> {
  let requests = 0;
  const url = await serve((_request, response) => {
    const { status = 200, headers = {}, body } = answers[Math.min(requests, answers.length - 1)] ?? { body: "" };
    requests += 1;
    response.writeHead(status, { "content-type": "application/x-amz-json-1.1", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  return { url, requests: () => requests };
}
