/** Makes the error of a malformed answer or record, by whoever knows where it stands. @internal */
export type Malformed = (problem: string) => Error;
