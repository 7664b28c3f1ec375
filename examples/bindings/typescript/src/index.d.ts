// SPDX-License-Identifier: MIT
export { Failure, version } from "./engine.js";
export type { Given, Member, OneReader, FilesReader, RecordType, RowsReader, Text, TextRows, View } from "./engine.js";
export * from "./records.js";
