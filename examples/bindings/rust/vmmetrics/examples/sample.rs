// SPDX-License-Identifier: MIT
//! examples/bindings/sample.c, in Rust: it prints the same.
//!
//! usage: sample BEFORE AFTER NANOSECONDS

#[path = "common/json.rs"]
mod json;

use std::time::Duration;
use std::{env, fs, process};
use vmmetrics::*;

/// USER_HZ of the machine that the files are from.
const TICKS_PER_SECOND: u64 = 100;

/// A folder, and whether to print the records that are read from it.
struct Folder {
    path: String,
    prints: bool,
}

fn print<T: Record>(record: &T) {
    println!("{{\"record\": \"{}\", {}}}", T::NAME, json::of_members(record));
}

impl Folder {
    fn contents(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(format!("{}/{}", self.path, path)).ok()
    }

    fn print_failure<T: Record>(&self, path: &str, failure: Failure) {
        if self.prints {
            println!(
                "{{\"record\": \"{}\", \"file\": {}, \"status\": \"{}\", \"offset\": {}}}",
                T::NAME,
                json::string(path.as_bytes()),
                failure.status,
                json::number(failure.at)
            );
        }
    }

    /// The record, if it could be read. Prints it or the failure, if `prints` is set.
    fn good<T: Record>(&self, path: &str, read: Result<T, Failure>) -> Option<T> {
        match read {
            Ok(record) => {
                if self.prints {
                    print(&record);
                }
                Some(record)
            }
            Err(failure) => {
                self.print_failure::<T>(path, failure);
                None
            }
        }
    }

    fn one<T: Parsed>(&self, path: &str) -> Option<T> {
        self.good(path, T::parse(&self.contents(path)?))
    }

    fn rows<T: Row>(&self, path: &str) -> Vec<T> {
        let bytes = self.contents(path).unwrap_or_default();
        T::rows(&bytes).filter_map(|row| self.good(path, row)).collect()
    }

    fn io_rows(&self, path: &str, file: File<CgroupIo>) -> Vec<CgroupIo> {
        let bytes = self.contents(path).unwrap_or_default();
        CgroupIo::rows(file, &bytes).filter_map(|row| self.good(path, row)).collect()
    }

    /// A record of one of its files.
    fn one_file<T: Directory>(&self, path: &str, file: File<T>) -> Option<T> {
        let mut record = T::default();
        let read = record.read(file, &self.contents(path)?);
        self.good(path, read.map(|()| record))
    }

    fn directory<T: Directory>(&self, path: &str) -> T {
        let record = T::gather(
            |file| self.contents(&format!("{}/{}", path, file.name())),
            |file, failure| self.print_failure::<T>(&format!("{}/{}", path, file.name()), failure),
        );
        if self.prints {
            print(&record);
        }
        record
    }
}

fn print_usage<T: Record>(usage: Result<T, Status>) {
    match usage {
        Ok(usage) => print(&usage),
        Err(status) => println!("{{\"record\": \"{}\", \"status\": \"{}\"}}", T::NAME, status),
    }
}

/// Prints the usage of each row, computed from it and the earlier row of the same object. Rows without an identity,
/// such as the total of all CPUs, are found by their place.
fn print_usages<T: Record, U: Record>(before: &[T], after: &[T], usage: impl Fn(Option<&T>, &T) -> Result<U, Status>) {
    for (place, row) in after.iter().enumerate() {
        let earlier = before.iter().enumerate().find(|(other, old)| same(*old, row).unwrap_or(*other == place));
        print_usage(usage(earlier.map(|(_, old)| old), row));
    }
}

fn print_all(before: &Folder, after: &Folder, elapsed: Duration) {
    print_usages(&before.rows("proc/stat"), &after.rows("proc/stat"), cpu_usage);
    after.one::<Stat>("proc/stat");
    if let Some(memory) = after.one("proc/meminfo") {
        print_usage(memory_usage(&memory));
    }
    after.one::<Vmstat>("proc/vmstat");
    let old = before.one("proc/pressure/cpu");
    if let Some(pressure) = after.one("proc/pressure/cpu") {
        print_usage(pressure_usage(old.as_ref(), &pressure, elapsed));
    }
    let (old, new) = (before.rows("proc/net/dev"), after.rows("proc/net/dev"));
    print_usages(&old, &new, |old, new| net_usage(old, new, elapsed));
    let (old, new) = (before.rows("proc/diskstats"), after.rows("proc/diskstats"));
    print_usages(&old, &new, |old, new| disk_usage(old, new, elapsed));
    after.directory::<System>("proc");

    let interval = Interval::new(elapsed, TICKS_PER_SECOND);
    let old = before.directory("proc/self");
    print_usage(process_usage(Some(&old), &after.directory("proc/self"), &interval));
    let old = before.directory("sys/fs/cgroup");
    let cgroup = after.directory("sys/fs/cgroup");
    print_usage(cgroup_usage(Some(&old), &cgroup, elapsed));
    if let Some(memory) = after.one_file("sys/fs/cgroup/memory.stat", CgroupMemory::MEMORY_STAT) {
        print_usage(cgroup_memory_usage(&cgroup, Some(&memory), None));
    }
    let io_rows = |folder: &Folder| folder.io_rows("sys/fs/cgroup/io.stat", CgroupIo::IO_STAT);
    let (old, new) = (io_rows(before), io_rows(after));
    print_usages(&old, &new, |old, new| cgroup_io_usage(old, new, elapsed));
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match (&arguments[..], arguments.get(2).and_then(|elapsed| elapsed.parse().ok()).map(Duration::from_nanos)) {
        ([before, after, _], Some(elapsed)) => print_all(
            &Folder { path: before.clone(), prints: false },
            &Folder { path: after.clone(), prints: true },
            elapsed,
        ),
        _ => {
            eprintln!("usage: sample BEFORE AFTER NANOSECONDS");
            process::exit(2);
        }
    }
}
