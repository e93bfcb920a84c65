import type { Figure } from "./figure";
import type { Project } from "./project";

/** Measures one thing, and gives the lines that it adds to the table. */
export type Bench = (project: Project) => Promise<readonly Figure[]>;
