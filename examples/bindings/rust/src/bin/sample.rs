// SPDX-License-Identifier: MIT
//! examples/bindings/sample.c, in Rust: it prints the same.
//!
//! usage: sample BEFORE AFTER NANOSECONDS

#[path = "../json.rs"]
mod json;

use std::{env, fs, process};
use vmmetrics::*;

/// USER_HZ of the machine that the files are from.
const TICKS_PER_SECOND: u64 = 100;

/// A folder, and whether what is read there is printed.
struct Folder {
    path: String,
    aloud: bool,
}

fn print<T: Record>(record: &T) {
    println!("{{\"record\": \"{}\", {}}}", T::NAME, json::members(record));
}

impl Folder {
    fn contents(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(format!("{}/{}", self.path, path)).ok()
    }

    fn print_failure<T: Record>(&self, path: &str, failure: Failure) {
        if self.aloud {
            println!(
                "{{\"record\": \"{}\", \"file\": {}, \"status\": \"{}\", \"offset\": {}}}",
                T::NAME,
                json::string(path.as_bytes()),
                failure.status,
                json::number(failure.at)
            );
        }
    }

    /// The good one of what was read; and prints it, if that is wanted.
    fn good<T: Record>(&self, path: &str, read: Result<T, Failure>) -> Option<T> {
        match read {
            Ok(record) => {
                if self.aloud {
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

    fn io_rows(&self, path: &str) -> Vec<CgroupIo> {
        let bytes = self.contents(path).unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or(path);
        CgroupIo::rows(name, &bytes).filter_map(|row| self.good(path, row)).collect()
    }

    fn directory<T: Directory>(&self, path: &str) -> T {
        let record = T::gather(
            |file| self.contents(&format!("{}/{}", path, file.name())),
            |file, failure| self.print_failure::<T>(&format!("{}/{}", path, file.name()), failure),
        );
        if self.aloud {
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

/// What follows from each row and that of the same thing before.
fn print_usages<T: Record, U: Record>(before: &[T], after: &[T], usage: impl Fn(Option<&T>, &T) -> Result<U, Status>) {
    for row in after {
        print_usage(usage(before.iter().find(|old| old.same_thing(row)), row));
    }
}

fn print_all(before: &Folder, after: &Folder, elapsed_ns: i64) {
    print_usages(&before.rows("proc/stat"), &after.rows("proc/stat"), cpu_usage);
    after.one::<Stat>("proc/stat");
    if let Some(memory) = after.one("proc/meminfo") {
        print_usage(memory_usage(&memory));
    }
    after.one::<Vmstat>("proc/vmstat");
    let old = before.one("proc/pressure/cpu");
    if let Some(pressure) = after.one("proc/pressure/cpu") {
        print_usage(pressure_usage(old.as_ref(), &pressure, elapsed_ns));
    }
    let (old, new) = (before.rows("proc/net/dev"), after.rows("proc/net/dev"));
    print_usages(&old, &new, |old, new| net_rate(old, new, elapsed_ns));
    let (old, new) = (before.rows("proc/diskstats"), after.rows("proc/diskstats"));
    print_usages(&old, &new, |old, new| disk_rate(old, new, elapsed_ns));
    after.directory::<System>("proc");

    let old = before.directory("proc/self");
    print_usage(process_usage(Some(&old), &after.directory("proc/self"), elapsed_ns, TICKS_PER_SECOND));
    let old = before.directory("sys/fs/cgroup");
    let cgroup = after.directory("sys/fs/cgroup");
    print_usage(cgroup_usage(Some(&old), &cgroup, elapsed_ns));
    if let Some(memory) = after.one("sys/fs/cgroup/memory.stat") {
        print_usage(cgroup_memory_usage(&cgroup, Some(&memory), None));
    }
    let (old, new) = (before.io_rows("sys/fs/cgroup/io.stat"), after.io_rows("sys/fs/cgroup/io.stat"));
    print_usages(&old, &new, |old, new| cgroup_io_rate(old, new, elapsed_ns));
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match (&arguments[..], arguments.get(2).and_then(|elapsed| elapsed.parse().ok())) {
        ([before, after, _], Some(elapsed_ns)) => print_all(
            &Folder { path: before.clone(), aloud: false },
            &Folder { path: after.clone(), aloud: true },
            elapsed_ns,
        ),
        _ => {
            eprintln!("usage: sample BEFORE AFTER NANOSECONDS");
            process::exit(2);
        }
    }
}
