import { serve } from "./serve";

/** As much of STS as AssumeRole needs: it gives the key AKIDROLE, or refuses. */
export async function startSts({ refuses = false } = {}) {
  const bodies: string[] = [];
  const authorizations: unknown[] = [];
  const url = await serve(async (request, response) => {
    authorizations.push(request.headers.authorization);
    bodies.push(Buffer.concat(await request.toArray()).toString());
    response.writeHead(refuses ? 403 : 200, { "content-type": "text/xml" }).end(refuses ? denied : assumed);
  });
  return { url, bodies, authorizations };
}

const namespace = "https://sts.amazonaws.com/doc/2011-06-15/";
const assumed = `<AssumeRoleResponse xmlns="${namespace}"><AssumeRoleResult><Credentials>
  <AccessKeyId>AKIDROLE</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>token</SessionToken>
  <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;
const denied = `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>AccessDenied</Code>
  <Message>User is not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>`;
