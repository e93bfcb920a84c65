import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

const accountId = "123456789012";
const region = "us-east-1";

/** What data sources answer: the account of moto's root, and the region of the tests. */
export const functions: Readonly<Record<string, Record<string, JavaScriptValue>>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": {
    accountId,
    arn: `arn:aws:iam::${accountId}:root`,
    id: accountId,
    userId: accountId,
  },
  "aws:index/getRegion:getRegion": {
    description: "US East (N. Virginia)",
    endpoint: `ec2.${region}.amazonaws.com`,
    id: region,
    name: region,
    region,
  },
};
