// SPDX-License-Identifier: MIT
//! A runner that watches many virtual machines: a loop over all of them, with the previous sample of each.
//!
//! usage: fleet MILLISECONDS FOLDER...
//!        fleet --copies MILLISECONDS FOLDER...
//!
//! Each machine has a folder in FOLDER, named after it, with these entries, which may be links: `process`, the
//! /proc/PID of its VMM; `cgroup`, the directory of its cgroup; and `tap`, the /sys/class/net/TAP of its interface. The
//! program reads one FOLDER per round and waits between the rounds; name the same FOLDER again for another round. With
//! `--copies` it does not wait: the folders are copies that were made at this interval.
//!
//! The program prints a JSON line for each machine and round. An unknown number is null. `since` says why there are no
//! rates; it is null if there are.

#[path = "common/json.rs"]
#[allow(dead_code)]
mod json;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, io, process, thread};
use vmmetrics::*;

/// USER_HZ: 100 on every machine that runs virtual machines.
const TICKS_PER_SECOND: u64 = 100;

/// One machine at one time.
struct Sample {
    process: Process,
    cgroup: Cgroup,
    tap: Net,
}

/// One machine over all rounds.
#[derive(Default)]
struct Machine {
    before: Option<Sample>,
}

/// Usage of one machine in one round.
struct Usage {
    process: Result<ProcessUsage, Status>,
    cgroup: Result<CgroupUsage, Status>,
    guest: Result<NetUsage, Status>,
}

/// Reads a record from the files in a directory. Members of a missing or malformed file are unknown.
fn gather<T: Directory>(directory: PathBuf) -> T {
    T::gather(
        |file| fs::read(directory.join(file.name())).ok(),
        |file, failure| eprintln!("{}: {}", directory.join(file.name()).display(), failure),
    )
}

/// The number that tells a directory from a later one with the same name.
fn inode(directory: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(directory).ok().map(|metadata| metadata.ino())
}

impl Sample {
    fn of(folder: &Path, copies: bool) -> Sample {
        let mut cgroup: Cgroup = gather(folder.join("cgroup"));
        // A copy is a new directory each time.
        if let (Some(inode), false) = (inode(&folder.join("cgroup")), copies) {
            cgroup.instance_id = inode.into();
        }
        Sample { process: gather(folder.join("process")), cgroup, tap: gather(folder.join("tap")) }
    }
}

impl Machine {
    /// Computes the usage since the previous sample, and keeps the new one.
    fn usage(&mut self, after: Sample, elapsed: Duration) -> Usage {
        let before = self.before.as_ref();
        // The guest's view: the guest sent what the TAP received.
        let guest = net_guest_view(&after.tap).and_then(|new| {
            let old = before.and_then(|before| net_guest_view(&before.tap).ok());
            net_usage(old.as_ref(), &new, elapsed)
        });
        let interval = Interval::new(elapsed, TICKS_PER_SECOND);
        let usage = Usage {
            process: process_usage(before.map(|before| &before.process), &after.process, &interval),
            cgroup: cgroup_usage(before.map(|before| &before.cgroup), &after.cgroup, elapsed),
            guest,
        };
        self.before = Some(after);
        usage
    }

    fn print(&self, name: &str, usage: &Usage) {
        let memory = self.before.as_ref().and_then(|sample| sample.cgroup.memory_current_bytes.get());
        let process = usage.process.as_ref().ok();
        let cgroup = usage.cgroup.as_ref().ok();
        let guest = usage.guest.as_ref().ok();
        println!(
            "{{\"machine\": {}, \"cores_used\": {}, \"cgroup_cores_used\": {}, \"throttled_cores\": {}, \
             \"memory_bytes\": {}, \"guest_received_bytes_per_second\": {}, \"guest_sent_bytes_per_second\": {}, \
             \"since\": {}}}",
            json::string(name.as_bytes()),
            json::number(process.and_then(|usage| usage.cores_used.get())),
            json::number(cgroup.and_then(|usage| usage.cores_used.get())),
            json::number(cgroup.and_then(|usage| usage.throttled_cores.get())),
            json::number(memory),
            json::number(guest.and_then(|rate| rate.rx_bytes_per_second.get())),
            json::number(guest.and_then(|rate| rate.tx_bytes_per_second.get())),
            usage
                .process
                .as_ref()
                .err()
                .map_or("null".to_string(), |status| json::string(status.to_string().as_bytes())),
        );
    }
}

/// Names of the machines in a folder.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn watch(interval: Duration, copies: bool, folders: &[String]) -> io::Result<()> {
    let mut machines: BTreeMap<String, Machine> = BTreeMap::new();
    let mut last = Instant::now();
    for (round, folder) in folders.iter().map(Path::new).enumerate() {
        if round > 0 && !copies {
            thread::sleep(interval);
        }
        let elapsed = if copies { interval } else { last.elapsed() };
        last = Instant::now();
        let names = names(folder)?;
        // A machine that is gone is forgotten, so that one with its name begins anew.
        machines.retain(|name, _| names.binary_search(name).is_ok());
        for name in names {
            let after = Sample::of(&folder.join(&name), copies);
            let machine = machines.entry(name.clone()).or_default();
            let usage = machine.usage(after, elapsed);
            machine.print(&name, &usage);
        }
    }
    Ok(())
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let copies = arguments.first().map_or(false, |first| first == "--copies");
    let rest = &arguments[usize::from(copies)..];
    let interval = rest.first().and_then(|interval| interval.parse().ok()).map(Duration::from_millis);
    match (interval, rest.get(1..)) {
        (Some(interval), Some(folders)) if !folders.is_empty() => {
            if let Err(error) = watch(interval, copies, folders) {
                eprintln!("{}", error);
                process::exit(1);
            }
        }
        _ => {
            eprintln!("usage: fleet [--copies] MILLISECONDS FOLDER...");
            process::exit(2);
        }
    }
}
