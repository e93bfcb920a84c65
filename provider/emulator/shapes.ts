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
} satisfies Record<string, Shape<string> | Shape<number>>;
