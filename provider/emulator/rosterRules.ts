import { all, type Check, distinct, instant, listOf, object, shaped } from "./seedChecks";
import { shapes } from "./shapes";

const user = object(
  { id: shaped(shapes.WorkMailIdentifier) },
  {
    name: shaped(shapes.UserName),
    displayName: shaped(shapes.String),
    email: shaped(shapes.EmailAddress),
    state: shaped(shapes.EntityState),
    userRole: shaped(shapes.UserRole),
    enabledDate: instant,
    disabledDate: instant,
    identityProviderUserId: shaped(shapes.IdentityProviderUserId),
    identityProviderIdentityStoreId: shaped(shapes.IdentityProviderIdentityStoreId),
  },
);

const resource = object(
  { id: shaped(shapes.WorkMailIdentifier) },
  {
    name: shaped(shapes.ResourceName),
    email: shaped(shapes.EmailAddress),
    type: shaped(shapes.ResourceType),
    state: shaped(shapes.EntityState),
    enabledDate: instant,
    disabledDate: instant,
    description: shaped(shapes.ResourceDescription),
  },
);

/** @internal */
export const userList: Check = listOf(user);

/** @internal */
export const resourceList: Check = listOf(resource);

/** Users that are added by themselves; in a seed, resources count as well. @internal */
export const users: Check = all(userList, distinct("id"));

/** @internal */
export const resources: Check = all(resourceList, distinct("id"));
