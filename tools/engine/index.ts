export { fileBackend } from "./environment";
export { type Engine, type GetEngineOptions, getEngine } from "./getEngine";
export { NoEngineError } from "./sources";
