import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

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
  const server = createServer((_request: IncomingMessage, response: ServerResponse) => {
    const { status = 200, headers = {}, body } = answers[Math.min(requests, answers.length - 1)] ?? { body: "" };
    requests += 1;
    response.writeHead(status, { "content-type": "application/x-amz-json-1.1", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanups.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests: () => requests };
}
