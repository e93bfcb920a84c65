import type { ServerResponse } from "node:http";

/** What S3 says of an archive, as far as it always does. */
export function showArchive(response: ServerResponse, headers: Readonly<Record<string, string>> = {}): void {
  const lastModified = new Date().toUTCString();
  const own = { "content-length": "7", etag: '"1"', "last-modified": lastModified, "x-amz-request-id": "R1" };
  response.writeHead(200, { ...own, ...headers }).end();
}

/** What S3 says where there is none, or where it says no more than a status. */
export function showStatus(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}) {
  response.writeHead(status, { "x-amz-request-id": "R1", ...headers }).end();
}
