import { escapedInJson } from "./escapedInJson";
import type { Render } from "./format";

/**
 * The answer as one JSON object, by docs/answer.schema.json. What a terminal would take for a command of its own, and JSON
 * leaves as it is, is escaped.
 *
 * @internal
 */
export const renderJson: Render = (answer) => `${escapedInJson(JSON.stringify(answer, null, 2), commands)}\n`;

const commands = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
