import { shown } from "./json";

/**
 * What became of a value: it fits; it has the wrong type, which the service notices while it reads the JSON;
 * or it breaks a rule of the model, which it notices afterwards and answers with another error.
 * @internal
 */
export type Reading<T> = { readonly value: T } | { readonly wrongType: string } | { readonly brokenRule: string };

/** @internal */
export interface Shape<T> {
  readonly read: (value: unknown) => Reading<T>;
}

interface StringLimits {
  readonly min: number;
  readonly max: number;
  readonly pattern?: RegExp;
}

function string({ min, max, pattern }: StringLimits): Shape<string> {
  // The model's patterns carry no anchors, but the service's framework matches the whole value.
  const whole = pattern && new RegExp(`^(?:${pattern.source})$`);
  const broken = (value: string): string | undefined => {
    const length = [...value].length;
    if (length < min) return `Member must have length greater than or equal to ${min}`;
    if (length > max) return `Member must have length less than or equal to ${max}`;
    return whole && !whole.test(value)
      ? `Member must satisfy regular expression pattern: ${pattern?.source}`
      : undefined;
  };
  return {
    read(value) {
      if (typeof value !== "string") return { wrongType: `${shown(value)} can not be converted to a String` };
      const brokenRule = broken(value);
      return brokenRule === undefined ? { value } : { brokenRule };
    },
  };
}

function integer({ min, max }: { readonly min: number; readonly max: number }): Shape<number> {
  return {
    read(value) {
      if (typeof value !== "number" || !Number.isInteger(value)) {
        return { wrongType: `${shown(value)} can not be converted to an Integer` };
      }
      if (value < min) return { brokenRule: `Member must have value greater than or equal to ${min}` };
      if (value > max) return { brokenRule: `Member must have value less than or equal to ${max}` };
      return { value };
    },
  };
}

function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return {
    read(value) {
      if (typeof value !== "string") return { wrongType: `${shown(value)} can not be converted to a String` };
      const known = values.find((each) => each === value);
      return known === undefined
        ? { brokenRule: `Member must satisfy enum value set: [${values.join(", ")}]` }
        : { value: known };
    },
  };
}

const boolean: Shape<boolean> = {
  read: (value) =>
    typeof value === "boolean" ? { value } : { wrongType: `${shown(value)} can not be converted to a Boolean` },
};

const arn = (service: string): RegExp =>
  new RegExp(`arn:aws:${service}:[a-z0-9-]*:[a-z0-9-]+:[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,1023}`);

/**
 * The scalar shapes of the service's model (2017-10-01), by the names they have there.
 * @internal
 */
export const shapes = {
  OrganizationId: string({ min: 34, max: 34, pattern: /m-[0-9a-f]{32}/ }),
  NextToken: string({ min: 1, max: 1024, pattern: /[\S\s]*|[a-zA-Z0-9/+=]{1,1024}/ }),
  MaxResults: integer({ min: 1, max: 100 }),
  MailboxExportJobId: string({ min: 1, max: 63, pattern: /[A-Za-z0-9-]+/ }),
  WorkMailIdentifier: string({ min: 12, max: 256 }),
  Description: string({ min: 0, max: 1023, pattern: /[\S\s]*/ }),
  RoleArn: string({ min: 20, max: 2048, pattern: arn("iam") }),
  KmsKeyArn: string({ min: 20, max: 2048, pattern: arn("kms") }),
  S3BucketName: string({ min: 1, max: 63, pattern: /[A-Za-z0-9.-]+/ }),
  S3ObjectKey: string({ min: 1, max: 1023, pattern: /[A-Za-z0-9!_.*'()/-]+/ }),
  MailboxExportErrorInfo: string({ min: 1, max: 1024, pattern: /[\S\s]*/ }),
  Percentage: integer({ min: 0, max: 100 }),
  IdempotencyClientToken: string({ min: 1, max: 128, pattern: /[\x21-\x7e]+/ }),
  EntityIdentifier: string({ min: 1, max: 256, pattern: /[a-zA-Z0-9._%+@-]+/ }),
  EntityState: oneOf("ENABLED", "DISABLED", "DELETED"),
  UserRole: oneOf("USER", "RESOURCE", "SYSTEM_USER", "REMOTE_USER"),
  ResourceType: oneOf("ROOM", "EQUIPMENT"),
  String: string({ min: 0, max: 256 }),
  Boolean: boolean,
  UserAttribute: string({ min: 0, max: 256 }),
  UserName: string({ min: 1, max: 64, pattern: /[\w\-.]+(@[a-zA-Z0-9.-]+\.[a-zA-Z0-9-]{2,})?/ }),
  ResourceName: string({ min: 1, max: 20, pattern: /[\w\-.]+(@[a-zA-Z0-9.-]+\.[a-zA-Z0-9-]{2,})?/ }),
  ResourceDescription: string({ min: 1, max: 64 }),
  EmailAddress: string({ min: 1, max: 254, pattern: /[a-zA-Z0-9._%+-]{1,64}@[a-zA-Z0-9.-]+\.[a-zA-Z-]{2,}/ }),
  IdentityProviderUserIdPrefix: string({ min: 1, max: 47, pattern: /[A-Fa-f0-9-]+/ }),
  IdentityProviderUserId: string({
    min: 1,
    max: 47,
    pattern: /([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}/,
  }),
  // The model's pattern has "\\b" twice, a backslash and a letter, where it means the edge of a word.
  IdentityProviderIdentityStoreId: string({
    min: 1,
    max: 36,
    pattern: /d-[0-9a-f]{10}|[0-9a-f]{8}\b-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-\b[0-9a-f]{12}/,
  }),
  OrganizationName: string({ min: 1, max: 62, pattern: /(?!d-)([\da-zA-Z]+)([-][\da-zA-Z]+)*/ }),
  DomainName: string({ min: 3, max: 255, pattern: /[a-zA-Z0-9.-]+/ }),
  AmazonResourceName: string({ min: 1, max: 1011, pattern: arn("workmail") }),
} satisfies Record<string, Shape<string> | Shape<number> | Shape<boolean>>;
