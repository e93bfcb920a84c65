import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const latencyMs = Number(process.env["LATENCY_MS"]);

const archive = { "content-length": "1234", etag: '"1"', "last-modified": new Date().toUTCString() };

/** Answers every HeadObject with an archive, after the latency; it says where, and ends with the process that started it. */
const server = createServer((request, response) => {
  request.resume();
  setTimeout(() => response.writeHead(200, archive).end(), latencyMs);
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.(`http://127.0.0.1:${port}`);
});
process.once("disconnect", () => process.exit());
