import { checkJobs, checkResources, checkState, checkUsers } from "./seed";
import type { Emulator } from "./startTypes";
import type { Store } from "./store";

type Change = "addJobs" | "addUsers" | "addResources" | "setOrganizationState" | "removeOrganization";

/** What a test may change in the world while the emulator runs, past all operations. @internal */
export function worldChanges(store: Store): Pick<Emulator, Change> {
  return {
    addJobs(organizationId, ...jobs) {
      checkJobs(jobs);
      store.addJobs(organizationId, jobs);
    },
    addUsers(organizationId, ...users) {
      checkUsers(users);
      store.addUsers(organizationId, users);
    },
    addResources(organizationId, ...resources) {
      checkResources(resources);
      store.addResources(organizationId, resources);
    },
    setOrganizationState(organizationId, state) {
      checkState(state);
      store.setState(organizationId, state);
    },
    removeOrganization: (organizationId) => store.remove(organizationId),
  };
}
