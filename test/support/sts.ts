import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** As much of STS as AssumeRole needs: it gives the key AKIDROLE, or refuses. */
export async function startSts({ refuses = false } = {}) {
  const bodies: string[] = [];
  const authorizations: unknown[] = [];
  const server = createServer(async (request, response) => {
    authorizations.push(request.headers.authorization);
    bodies.push(Buffer.concat(await request.toArray()).toString());
    response.writeHead(refuses ? 403 : 200, { "content-type": "text/xml" }).end(refuses ? denied : assumed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanups.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, bodies, authorizations };
}

const namespace = "https://sts.amazonaws.com/doc/2011-06-15/";
const assumed = `<AssumeRoleResponse xmlns="${namespace}"><AssumeRoleResult><Credentials>
  <AccessKeyId>AKIDROLE</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>token</SessionToken>
  <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;
const denied = `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>AccessDenied</Code>
  <Message>User is not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>`;
