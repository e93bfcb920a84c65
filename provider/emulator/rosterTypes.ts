/**
 * What a user or a resource can be, as the service's model has it.
 * @public
 */
export type SeedEntityState = "ENABLED" | "DISABLED" | "DELETED";

/**
 * A user of an organization. What is not given is no member of the answers, unless a default stands here.
 * See {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_User.html}.
 * @public
 */
export interface SeedUser {
  /** Unique among the organization's users and resources, 12 to 256 characters. */
  readonly id: string;
  /** Up to 64 letters, digits, `_`, `-` and `.`, and a domain if you like. */
  readonly name?: string;
  /** Up to 256 characters. */
  readonly displayName?: string;
  readonly email?: string;
  /** Default `"ENABLED"`. */
  readonly state?: SeedEntityState;
  /** Default `"USER"`. */
  readonly userRole?: "USER" | "RESOURCE" | "SYSTEM_USER" | "REMOTE_USER";
  /** RFC 3339. */
  readonly enabledDate?: string;
  /** RFC 3339. A DISABLED user's mailbox is kept for 30 days from then, and for good if there is no such date. */
  readonly disabledDate?: string;
  /** Of IAM Identity Center. */
  readonly identityProviderUserId?: string;
  /** Of IAM Identity Center. */
  readonly identityProviderIdentityStoreId?: string;
}

/**
 * A resource of an organization, which has a mailbox as a user has. What is not given is no member of the answers,
 * unless a default stands here.
 * See {@link https://docs.aws.amazon.com/workmail/latest/APIReference/API_Resource.html}.
 * @public
 */
export interface SeedResource {
  /** Unique among the organization's users and resources, 12 to 256 characters. */
  readonly id: string;
  /** Up to 20 letters, digits, `_`, `-` and `.`, and a domain if you like. */
  readonly name?: string;
  readonly email?: string;
  /** Default `"ROOM"`. */
  readonly type?: "ROOM" | "EQUIPMENT";
  /** Default `"ENABLED"`. */
  readonly state?: SeedEntityState;
  /** RFC 3339. */
  readonly enabledDate?: string;
  /** RFC 3339. A DISABLED resource's mailbox is kept for 30 days from then, and for good if there is no such date. */
  readonly disabledDate?: string;
  /** 1 to 64 characters. */
  readonly description?: string;
}
