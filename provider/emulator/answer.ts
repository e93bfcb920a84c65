import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { ServiceError } from "./errors";
import type { JsonObject } from "./json";

/** What goes back to the client. No status means that no status line is ever sent. @internal */
export interface Answer {
  readonly status?: number;
  readonly errorCode?: string;
  readonly send: (response: ServerResponse) => void;
}

/** An answer as the service gives it, before it is written out; faults bend it. @internal */
export interface JsonAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

/** @internal */
export const JSON_TYPE = "application/x-amz-json-1.1";

/** Runs something that may refuse. Whatever else it throws is a mistake in the emulator, and is not hidden. @internal */
export function answerOrRefusal(run: () => JsonObject): JsonAnswer {
  try {
    return { status: 200, body: run() };
  } catch (error) {
    if (error instanceof ServiceError) return refusal(error);
    throw error;
  }
}

/** @internal */
export function refusal(error: ServiceError): JsonAnswer {
  return { status: error.status, body: error.toBody() };
}

/** @internal */
export function jsonAnswer({ status, body }: JsonAnswer): Answer {
  const code = body["__type"];
  return {
    ...textAnswer(status, JSON_TYPE, JSON.stringify(body)),
    ...(typeof code === "string" && { errorCode: code }),
  };
}

/** @internal */
export function textAnswer(status: number, contentType: string, text: string): Answer {
  return {
    status,
    send(response) {
      writeHead(response, status, contentType, Buffer.byteLength(text));
      response.end(text);
    },
  };
}

/** The headers promise the whole text, the body stops half way; then the connection ends, or nothing more happens. @internal */
export function halfAnswer({ status, body }: JsonAnswer, then: "close" | "hang"): Answer {
  const bytes = Buffer.from(JSON.stringify(body));
  return {
    status,
    send(response) {
      writeHead(response, status, JSON_TYPE, bytes.length);
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
        if (then === "close") response.destroy();
      });
    },
  };
}

/** The connection is torn down without a word. @internal */
export const reset: Answer = { send: (response) => void response.socket?.resetAndDestroy() };

/** Nothing is sent, and the connection stays open until the server closes. @internal */
export const silence: Answer = { send: () => undefined };

function writeHead(response: ServerResponse, status: number, contentType: string, length: number): void {
  response.writeHead(status, {
    "Content-Type": contentType,
    "Content-Length": length,
    "x-amzn-RequestId": randomUUID(),
  });
}
