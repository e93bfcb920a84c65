import type { IsUnknown } from "../arguments/checkArguments";
import type { ReadContext } from "../functions/withConnection";

/** Plain values as the engine sends them: nothing is known of their members. @internal */
export type Properties = Readonly<Record<string, unknown>>;

/** What a face hands down to a life cycle. @internal */
export interface LifeCycleContext extends ReadContext {
  readonly isUnknown: IsUnknown;
  readonly now: () => Date;
}
