/** Properties of a resource as the engine has them: plain JSON. */
export type Properties = Readonly<Record<string, unknown>>;

/** What a resource is for whoever carries it out, on plain values. */
export interface ResourceKind {
  /** The property that is given a name of its own where the program gives none. */
  readonly named?: string;
  /** A change of one of these makes another resource. */
  readonly replacedBy: readonly string[];
  /** What is known only afterwards, and unknown in a preview. */
  readonly computed: readonly string[];
  create(inputs: Properties): Promise<Made>;
  /** As it is now, or undefined where it is gone. */
  read(id: string): Promise<Properties | undefined>;
  update(id: string, inputs: Properties): Promise<void>;
  delete(id: string): Promise<void>;
}

export interface Made {
  readonly id: string;
  /** Beside the inputs. */
  readonly outputs?: Properties;
}
