import type { Render } from "./format";

/** The answer as one JSON object, by docs/answer.schema.json. @internal */
export const renderJson: Render = (answer) => `${JSON.stringify(answer, null, 2)}\n`;
