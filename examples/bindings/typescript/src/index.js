// SPDX-License-Identifier: MIT
export { Failure, version } from "./engine.js";
export * from "./records.js";
