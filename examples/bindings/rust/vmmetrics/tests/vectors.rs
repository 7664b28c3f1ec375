// SPDX-License-Identifier: MIT
//! The crate gives what the vectors of libvmmetrics expect, which the tests of all languages read: VMMETRICS_VECTORS
//! is their file. The macros here make tables of what the headers have, as those of the crate make structs and
//! functions of it.
#![cfg(feature = "serde")]

use serde_json::{json, Value};
use std::any::Any;
use std::time::Duration;
use vmmetrics::*;

/// A record of any type, or why there is none.
type Got = Result<Box<dyn Any>, (Option<String>, Failure)>;

/// What reads a record by its name.
struct Reader {
    name: &'static str,
    read: fn(&[u8]) -> Vec<Got>,
}

/// What reads a record from files, by its name.
struct Gatherer {
    name: &'static str,
    read: fn(&[File]) -> Vec<Got>,
}

/// The name of a file and its content.
type File = (String, Vec<u8>);

/// What computes a usage by its name.
struct Usage {
    name: &'static str,
    function: &'static str,
    arguments: &'static [&'static str],
    compute: fn(Given<'_>) -> Value,
}

/// The inputs of a usage, which each argument takes from.
struct Given<'a> {
    rows: Vec<Option<&'a dyn Any>>,
    lists: Vec<&'a [Box<dyn Any>]>,
    elapsed: Duration,
    interval: Option<Interval>,
    at: usize,
}

trait Take<'a>: Sized {
    fn take(given: &mut Given<'a>) -> Self;
}

impl Take<'_> for Duration {
    fn take(given: &mut Given<'_>) -> Self {
        given.elapsed
    }
}

impl<'a> Take<'a> for Option<&'a Interval> {
    fn take(given: &mut Given<'a>) -> Self {
        given.interval.map(|interval| &*Box::leak(Box::new(interval)))
    }
}

impl<'a> Take<'a> for &'a Interval {
    fn take(given: &mut Given<'a>) -> Self {
        <Option<&Interval> as Take<'a>>::take(given).expect("no interval")
    }
}

impl Take<'_> for Option<Bound> {
    fn take(_: &mut Given<'_>) -> Self {
        None
    }
}

fn expected_failure(file: Option<String>, status: Status, at: Option<usize>) -> Value {
    json!({"failure": status.to_string(), "file": file, "offset": at})
}

macro_rules! readers {
    (Parsed: $($record:ident $raw:ident $parser:ident,)*) => {
        const PARSERS: &[Reader] = &[$(Reader {
            name: $record::NAME,
            read: |bytes| vec![$record::parse(bytes).map(|record| Box::new(record) as _).map_err(|failure| (None, failure))],
        }),*];
    };
    (Row: $($record:ident $raw:ident $parser:ident,)*) => {
        const ROWS: &[Reader] = &[$(Reader {
            name: $record::NAME,
            read: |bytes| {
                let rows = $record::rows(bytes);
                rows.map(|row| row.map(|row| Box::new(row) as _).map_err(|failure| (None, failure))).collect()
            },
        }),*];
    };
}

macro_rules! directories {
    ($($record:ident,)*) => {
        const DIRECTORIES: &[Gatherer] = &[$(Gatherer {
            name: $record::NAME,
            read: |files| {
                let (mut record, mut got) = ($record::default(), Vec::<Got>::new());
                for (name, bytes) in files {
                    let file = $record::from_file_name(name).expect("an unknown file");
                    if let Err(failure) = record.read(file, bytes) {
                        got.push(Err((Some(name.clone()), failure)));
                    }
                }
                got.push(Ok(Box::new(record)));
                got
            },
        }),*];
    };
}

macro_rules! lists {
    ($($record:ident $list:ident,)*) => {$(
        impl<'a> Take<'a> for &'a [$record] {
            fn take(given: &mut Given<'a>) -> Self {
                given.at += 1;
                let rows: Vec<$record> = given.lists[given.at - 1].iter().map(|row| *row.downcast_ref().unwrap()).collect();
                Box::leak(rows.into_boxed_slice())
            }
        }
    )*};
}

macro_rules! usages {
    ($($(#[$doc:meta])* $name:ident = $function:ident($($argument:ident: $kind:ty),*) -> $usage:ident;)*) => {
        const USAGES: &[Usage] = &[$(Usage {
            name: stringify!($name),
            function: stringify!($function),
            arguments: &[$(stringify!($kind)),*],
            compute: |mut given| {
                $(let $argument = <$kind as Take<'_>>::take(&mut given);)*
                match $name($($argument),*) {
                    Ok(usage) => json!({ "values": usage }),
                    Err(status) => expected_failure(None, status, None),
                }
            },
        }),*];
    };
}

macro_rules! records {
    ($($(#[$doc:meta])* $record:ident, $raw:ident, $name:literal, $id:literal { $($members:tt)* } { $($files:tt)* })*) => {
        $(impl<'a> Take<'a> for Option<&'a $record> {
            fn take(given: &mut Given<'a>) -> Self {
                given.at += 1;
                Some(given.rows.get(given.at - 1).copied().flatten()?.downcast_ref().expect("another record"))
            }
        }

        impl<'a> Take<'a> for &'a $record {
            fn take(given: &mut Given<'a>) -> Self {
                <Option<&$record> as Take<'a>>::take(given).expect("no record")
            }
        })*

        /// The members of a record of any type as JSON.
        fn values(record: &dyn Any) -> Value {
            $(if let Some(record) = record.downcast_ref::<$record>() {
                return json!({ "values": record });
            })*
            panic!("no record")
        }
    };
}

macro_rules! views {
    ($($any:tt)*) => {};
}
macro_rules! view_readers {
    ($($any:tt)*) => {};
}
macro_rules! statuses {
    ($($any:tt)*) => {};
}
macro_rules! enums {
    ($($any:tt)*) => {};
}

include!("../src/generated.rs");

/// A character is a byte.
fn bytes(text: &Value) -> Vec<u8> {
    text.as_str().unwrap().chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect()
}

fn read(given: &Value) -> Vec<Got> {
    if given.is_null() {
        return Vec::new();
    }
    let name = given["record"].as_str().unwrap();
    if let Some(files) = given["files"].as_array() {
        let files: Vec<_> = files.iter().map(|file| (file[0].as_str().unwrap().to_string(), bytes(&file[1]))).collect();
        let directory = DIRECTORIES.iter().find(|one| one.name == name).expect(name);
        return (directory.read)(&files);
    }
    let text = bytes(&given["text"]);
    if name == CgroupIo::NAME {
        let file = CgroupIo::from_file_name(given["file"].as_str().unwrap()).expect("an unknown file");
        let rows = CgroupIo::rows(file, &text);
        return rows.map(|row| row.map(|row| Box::new(row) as _).map_err(|failure| (None, failure))).collect();
    }
    (PARSERS.iter().chain(ROWS).find(|one| one.name == name).expect(name).read)(&text)
}

fn compute(usage: &Usage, vector: &Value) -> Vec<Value> {
    let has_lists = usage.arguments.iter().any(|kind| kind.contains('['));
    let inputs = vector["inputs"].as_array().unwrap().iter();
    let inputs: Vec<Vec<Box<dyn Any>>> =
        inputs.map(|given| read(given).into_iter().filter_map(Result::ok).collect()).collect();
    let elapsed = Duration::from_nanos(vector["elapsed_ns"].as_u64().unwrap_or(0));
    let interval = vector["ticks_per_second"].as_u64().map(|ticks| Interval::new(elapsed, ticks));
    let counted = if usage.function.ends_with("_of") { inputs.first() } else { inputs.last() }.unwrap();
    let count = if has_lists { 1 } else { counted.len() };
    let given = |row: usize| Given {
        rows: inputs.iter().map(|input| input.get(row).filter(|_| !has_lists).map(|row| &**row)).collect(),
        lists: inputs.iter().map(Vec::as_slice).collect(),
        elapsed,
        interval,
        at: 0,
    };
    (0..count).map(|row| (usage.compute)(given(row))).collect()
}

/// An integer that JSON's readers may round is a string; a double may have no decimals.
fn is_equal(got: &Value, wanted: &Value) -> bool {
    match (got, wanted) {
        (Value::Object(got), Value::Object(wanted)) => {
            got.len() == wanted.len()
                && wanted.iter().all(|(key, wanted)| got.get(key).map_or(false, |got| is_equal(got, wanted)))
        }
        (Value::Number(got), Value::String(wanted)) => got.to_string() == *wanted,
        (Value::Number(got), Value::Number(wanted)) if got.is_f64() || wanted.is_f64() => {
            got.as_f64() == wanted.as_f64()
        }
        _ => got == wanted,
    }
}

#[test]
fn the_vectors_of_all_languages() {
    let path = match std::env::var("VMMETRICS_VECTORS") {
        Ok(path) => path,
        Err(_) => return println!("VMMETRICS_VECTORS does not name the file of the vectors"),
    };
    let (mut count, mut seen) = (0, std::collections::BTreeSet::new());
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let vector: Value = serde_json::from_str(line).unwrap();
        let usage = vector["usage"].as_str();
        let got: Vec<Value> = match usage {
            Some(name) => compute(USAGES.iter().find(|usage| usage.name == name).expect(name), &vector),
            None => read(&vector["inputs"][0])
                .iter()
                .map(|got| match got {
                    Ok(record) => values(&**record),
                    Err((file, failure)) => expected_failure(file.clone(), failure.status, failure.at),
                })
                .collect(),
        };
        let wanted = vector["expected"].as_array().unwrap();
        let equal = got.len() == wanted.len() && got.iter().zip(wanted).all(|(got, wanted)| is_equal(got, wanted));
        assert!(equal, "{}, {:?}:\n{:?}\ninstead of\n{:?}", vector["name"], usage, got, wanted);
        count += 1;
        seen.insert(usage.map_or_else(|| vector["inputs"][0]["record"].to_string(), String::from));
    }
    println!("{} vectors of {} records and usages", count, seen.len());
    assert!(count > 100 && USAGES.iter().filter(|usage| seen.contains(usage.name)).count() > 5);
}
