/** A key of AWS, as the SDK takes it. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Of an unknown key moto takes the owner for the root of account 123456789012, until IAM is enforced. */
export const root: Credentials = { accessKeyId: "AKIDROOT", secretAccessKey: "dummy" };
