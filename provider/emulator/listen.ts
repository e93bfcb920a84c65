import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "./answer";
import type { Envelope } from "./envelope";
import type { RequestEntry } from "./requestLog";

const HOST = "127.0.0.1";

/** Longer than a client keeps an idle connection, so that none is cut just as the next request goes out on it. */
const KEEP_ALIVE_MS = 60_000;

interface ListenOptions {
  readonly port: number;
  readonly latencyMs: number;
  readonly respond: (envelope: Envelope, text: string) => { readonly answer: Answer; readonly entry: RequestEntry };
}

/** @internal */
export interface Listening {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves on loopback and nowhere else: there is no check of signatures that could keep anyone out. @internal */
export async function listen({ port, latencyMs, respond }: ListenOptions): Promise<Listening> {
  const closing = new AbortController();

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { answer, entry } = respond(request, await text(request));
    if (latencyMs > 0) await wait(latencyMs, undefined, { signal: closing.signal });
    entry.status = answer.status;
    entry.errorCode = answer.errorCode;
    answer.send(response);
  };

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    // A client that goes away, or a close in the middle of a request, leaves nobody to answer. Anything else is our bug:
    // the client must not take it for an answer of the service, nor may it take the whole server down.
    serve(request, response).catch((error: unknown) => {
      if (response.socket && !response.socket.destroyed) console.error("emulator:", error);
      response.destroy();
    });
  });
  server.listen(port, HOST);
  await once(server, "listening");

  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("emulator: the server has no port");
  const shut = async (): Promise<void> => {
    const closed = once(server, "close");
    closing.abort();
    server.close();
    server.closeAllConnections();
    await closed;
  };
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= shut();
    return closed;
  };
  return { url: `http://${HOST}:${address.port}`, close };
}
