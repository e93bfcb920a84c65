import type { IncomingMessage } from "node:http";
import { type Connection, connect } from "../../provider/workmail/connect";
import { organizationId, region } from "../support/organization";
import type { Scripted } from "../support/scriptedWorkMail";
import { serve } from "../support/serve";

/** One request, as it came. */
export interface Asked {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Says what is answered; a promise keeps the request under way until then. */
export type Answering = (input: Asked["input"], index: number) => Scripted | Promise<Scripted>;

/** A WorkMail that answers by operation, each counting its own requests; an operation it does not know is a mistake. */
export async function answeringWorkMail(
  operations: Readonly<Record<string, Answering>>,
): Promise<{ url: string; asked: readonly Asked[] }> {
  const asked: Asked[] = [];
  const url = await serve(async (request, response) => {
    const operation = operationOf(request);
    const input = JSON.parse(Buffer.concat(await request.toArray()).toString());
    const index = asked.filter((earlier) => earlier.operation === operation).length;
    asked.push({ operation, input });
    const answering = operations[operation] ?? (() => ({ status: 400, body: { __type: "UnknownOperationException" } }));
    const { status = 200, body } = await answering(input, index);
    response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  return { url, asked };
}

/** These answers in turn, the last one for ever. */
export function inTurn(...answers: readonly Scripted[]): Answering {
  return (_input, index) => answers[Math.min(index, answers.length - 1)] ?? { body: "" };
}

/** These records, paged as they are asked for: a token is where its page begins. */
export function paged(member: string, records: readonly unknown[]): Answering {
  return ({ MaxResults, NextToken }) => {
    const start = Number(NextToken ?? 0);
    const end = start + Number(MaxResults);
    const next = end < records.length && { NextToken: String(end) };
    return { body: { [member]: records.slice(start, end), ...next } };
  };
}

function operationOf({ headers }: IncomingMessage): string {
  return String(headers["x-amz-target"]).replace(/^WorkMailService\./, "");
}

const connections: Connection[] = [];

afterEach(() => {
  for (const connection of connections.splice(0)) connection.close();
});

/** A connection to that WorkMail with the real client, closed after the test. */
export async function connectionTo(
  endpoint: string,
  signal: AbortSignal = AbortSignal.timeout(20_000),
): Promise<Connection> {
  const connection = await connect("ListUsers", organizationId, { region, endpoint, maxAttempts: 1 }, {}, signal);
  connections.push(connection);
  return connection;
}

/** Options that keep their warnings. */
export function optionsOf(pageSize = 100) {
  const warnings: string[] = [];
  return { pageSize, warn: (message: string) => warnings.push(message), warnings };
}
