export const AUTHORIZATION =
  "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261124/us-east-1/workmail/aws4_request, SignedHeaders=host, Signature=00";

export const HEADERS = {
  "Content-Type": "application/x-amz-json-1.1",
  "X-Amz-Target": "WorkMailService.ListMailboxExportJobs",
  Authorization: AUTHORIZATION,
};

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Sends what the SDK would not. */
export async function post(url: string, init: RequestInit): Promise<RawAnswer> {
  const response = await fetch(url, { method: "POST", ...init });
  const body: Record<string, unknown> = JSON.parse(await response.text());
  return { status: response.status, headers: response.headers, body };
}

export function call(url: string, operation: string, body: unknown): Promise<RawAnswer> {
  const headers = { ...HEADERS, "X-Amz-Target": `WorkMailService.${operation}` };
  return post(url, { headers, body: JSON.stringify(body) });
}
