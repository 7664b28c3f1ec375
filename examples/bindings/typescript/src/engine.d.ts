// SPDX-License-Identifier: MIT
/** The bytes of a file, or its characters, which are taken as UTF-8. */
export type Text = Uint8Array | ArrayBufferLike | DataView | string;

/** A record as it is given to a call: an object, in which a member that is missing is unknown, or a view. */
export type Given<Object, Plain> = Partial<Object> | View<Plain, any>;

/** Version of the library: major.minor.patch. */
export const version: string;

/**
 * Why there is no record. Calls return it and do not throw it, since a bad row, a first sample or a counter that
 * restarted is nothing unusual. It is an Error, so it can be thrown. `message` is the reason in words.
 */
export class Failure extends Error {
    private constructor();
    /** One of the constants VMM_END to VMM_E_SPACE. */
    readonly status: number;
    /** Offset of the wrong byte in the text; null if no single byte is wrong. */
    readonly offset: number | null;
    /** Name of the file, if several were read; otherwise null. */
    readonly file: string | null;
}

/** Description of a member. */
export interface Member {
    readonly name: string;
    readonly type: "uint64" | "double" | "name";
    /** Unit in words, such as `bytes`, `ticks` or `ratio`; `count` is a plain number. */
    readonly unit: string;
    readonly kind: "identity" | "counter" | "gauge" | "limit" | "increment" | "label";
    /** Width of a counter: `64`, `32`, or `kernel_long`; else `none`. */
    readonly width: string;
    /** Where the member is in the record, in bytes. Divided by 8 it is the index in {@link View.integers}. */
    readonly offset: number;
    readonly bytes: number;
}

/** Integers are numbers; one above 2^53 is rounded to the nearest number. */
export interface AsNumbers {
    bigint?: false;
}

/** Integers are bigints, with all their digits. */
export interface AsBigints {
    bigint: true;
}

/** A type of record: with numbers, with bigints, and with a mixture of them, which calls take. */
export interface RecordType<Plain, Big, Mixed> {
    readonly name: string;
    readonly members: readonly Member[];
    /** Names of the files that the record is read from; empty if it is read from one file. */
    readonly files: readonly string[];
    /** A record in the memory of the library, unknown in all members, which can be read into again and again. */
    view(): View<Plain, Big>;
    /** Whether two records describe the same object, by their identities; null if no identity is known in both. */
    same(before: Given<Mixed, Plain>, after: Given<Mixed, Plain>): boolean | null;
    /** The growth of every counter between two samples. Each other member is that of `after`. */
    growth(before: Given<Mixed, Plain> | null, after: Given<Mixed, Plain>, options?: AsNumbers): Plain | Failure;
    growth(before: Given<Mixed, Plain> | null, after: Given<Mixed, Plain>, options: AsBigints): Big | Failure;
    /**
     * The growth of the sum of rows between two samples. Rows are matched by their identities. `devices` is the text of
     * /proc/devices, which tells a block device that lies on others.
     */
    rows_growth(
        before: readonly Given<Mixed, Plain>[] | null,
        after: readonly Given<Mixed, Plain>[],
        options?: AsNumbers & { devices?: Text },
    ): Plain | Failure;
    rows_growth(
        before: readonly Given<Mixed, Plain>[] | null,
        after: readonly Given<Mixed, Plain>[],
        options: AsBigints & { devices?: Text },
    ): Big | Failure;
}

/** A record that one file is. */
export interface OneReader<Plain, Big> {
    parse(text: Text, options?: AsNumbers): Plain | Failure;
    parse(text: Text, options: AsBigints): Big | Failure;
}

/** A record that a file has several of, or none. A row that is malformed is a Failure, and the others are there. */
export interface RowsReader<Plain, Big> {
    /** `file` tells which of {@link RecordType.files} the text is, if it is not the first one. */
    rows(text: Text, options?: AsNumbers & { file?: string }): (Plain | Failure)[];
    rows(text: Text, options: AsBigints & { file?: string }): (Big | Failure)[];
}

/** A record that is read from small files. */
export interface FilesReader<Plain, Big> {
    /**
     * Reads files by their names, in any order; one that is null or undefined is left out. A malformed file is a
     * Failure with this name, and costs the members of this file only.
     */
    read(files: Files, options?: AsNumbers): { record: Plain; failures: Failure[] };
    read(files: Files, options: AsBigints): { record: Big; failures: Failure[] };
}

export type Files =
    Readonly<Record<string, Text | null | undefined>> | Iterable<readonly [string, Text | null | undefined]>;

/** Rows that are parts of the text. */
export interface TextRows<Row, Options> {
    rows(text: Text, options?: Options): (Row | Failure)[];
}

/**
 * A record in the memory of the library. Nothing is copied but the members that are asked for. A sampler keeps two of
 * them, and computes a usage from one to the other.
 */
export interface View<Plain, Big = unknown> {
    /** The value of a member. */
    get<Name extends keyof Plain>(name: Name): Plain[Name];
    /** The value of an integer with all its digits. */
    bigint(name: keyof Plain): bigint | number | null;
    /** Sets a member, such as `instance_id`, which only the caller can know. */
    set<Name extends keyof Plain>(name: Name, value: Plain[Name] | bigint): void;
    /** All members. */
    values(options?: AsNumbers): Plain;
    values(options: AsBigints): Big;
    /** Reads the text into this record: the first row, if the file has rows. Null if all is well. */
    parse(text: Text, options?: { file?: string }): Failure | null;
    /** Reads one of several files into this record; the members that other files have stay. Null if all is well. */
    read(file: string, text: Text): Failure | null;
    /** Reads row after row into this record. Gives the view itself, or a Failure for a malformed row. */
    rows(text: Text, options?: { file?: string }): Generator<View<Plain, Big> | Failure>;
    /**
     * The bytes of the record as 64-bit integers and as doubles, without a copy. `Member.offset / 8` is the index. 2^64
     * - 1 and NaN are unknown, 2^64 - 2 is no limit. Ask for them anew after each call: the memory may have moved.
     */
    readonly integers: BigUint64Array;
    readonly reals: Float64Array;
    /** Gives the memory back. The view must not be used any more. */
    free(): void;
}
