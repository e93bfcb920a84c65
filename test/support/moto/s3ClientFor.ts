import { S3Client } from "@aws-sdk/client-s3";
import { type Credentials, root } from "./credentials";

interface ClientOptions {
  readonly credentials?: Credentials;
  readonly region?: string;
  readonly followRegionRedirects?: boolean;
}

/** The SDK's own client of a server on loopback: as root in us-east-1, or as whom and where is said. */
export function s3ClientFor(url: string, options: ClientOptions = {}): S3Client {
  return new S3Client({ endpoint: url, region: "us-east-1", credentials: root, maxAttempts: 1, ...options });
}
