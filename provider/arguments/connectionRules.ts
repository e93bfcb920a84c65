import type { AssumeRole, ConnectionArgs } from "../model";
import { regionName } from "../regionName";
import { matching, type RulesOf, seconds, text, wholeNumber } from "./rule";

const assumeRoleRules = {
  roleArn: {
    ...matching(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, "the ARN of a role: arn:aws:iam::ACCOUNT:role/NAME"),
    required: true,
  },
  sessionName: matching(/^[\w+=,.@-]{2,64}$/, "2 to 64 letters, digits or any of _+=,.@-"),
  externalId: {
    ...matching(/^[\w+=,.@:/-]{2,1224}$/, "2 to 1224 letters, digits or any of _+=,.@:/-"),
    sensitive: true,
  },
  durationSeconds: wholeNumber(900, 43200),
} satisfies RulesOf<AssumeRole>;

function isEndpoint(value: unknown): boolean {
  if (typeof value !== "string" || !URL.canParse(value)) return false;
  const url = new URL(value);
  return ["http:", "https:"].includes(url.protocol) && url.username === "" && url.password === "";
}

/** Where, as whom, how patiently: the same options everywhere. @internal */
export const connectionRules = {
  region: matching(regionName, "the name of an AWS region, for example us-east-1"),
  profile: text("the name of a profile in the shared AWS configuration"),
  assumeRole: {
    rule: "an object with roleArn",
    accepts: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    members: assumeRoleRules,
    sensitive: true,
  },
  endpoint: { rule: "an http or https URL without a user name or password", accepts: isEndpoint, sensitive: true },
  maxAttempts: wholeNumber(1, 100),
  requestTimeoutSeconds: seconds(3600),
  timeoutSeconds: seconds(86400),
} satisfies RulesOf<ConnectionArgs>;
