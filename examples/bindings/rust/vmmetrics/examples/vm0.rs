// SPDX-License-Identifier: MIT
//! The metrics of a vm0 sandbox, as its guest agent reports them: a JSON line for each interval.
//!
//! usage: vm0 ROOT MILLISECONDS COUNT [NAME=DIRECTORY]...
//!
//! ROOT is /, or a copy of a machine's files. DIRECTORY is a cgroup in it, such as workload=/sys/fs/cgroup/workload. A
//! line that lacks a number that the receiver needs is not printed.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use std::{env, ffi::CString, fs, mem::MaybeUninit, process, thread};
use vmmetrics::*;

/// The first row of /proc/stat is the sum of all CPUs.
fn cpu(root: &str) -> Option<Cpu> {
    Cpu::rows(&fs::read(format!("{}/proc/stat", root)).ok()?).next()?.ok()
}

fn memory(root: &str) -> Option<MemoryUsage> {
    memory_usage(&Meminfo::parse(&fs::read(format!("{}/proc/meminfo", root)).ok()?).ok()?).ok()
}

fn disk(path: &str) -> Option<FilesystemUsage> {
    let (path, mut stat) = (CString::new(path).ok()?, MaybeUninit::uninit());
    // SAFETY: the path ends with NUL, and the call fills the struct if it returns 0.
    let stat = unsafe { (libc::statvfs(path.as_ptr(), stat.as_mut_ptr()) == 0).then(|| stat.assume_init())? };
    filesystem_usage(&Filesystem::from(&stat)).ok()
}

/// Members of the line for a cgroup: all of them or none.
fn cgroup(name: &str, directory: &str) -> Option<String> {
    let mut cgroup = Cgroup::default();
    cgroup.read(Cgroup::CPU_STAT, &fs::read(format!("{}/cpu.stat", directory)).ok()?).ok()?;
    let (usage, count, time) = (cgroup.usage_usec.get()?, cgroup.nr_throttled.get()?, cgroup.throttled_usec.get()?);
    Some(format!(
        ",\"{0}_cpu_usage_usec\":{1},\"{0}_cpu_nr_throttled\":{2},\"{0}_cpu_throttled_usec\":{3}",
        name, usage, count, time
    ))
}

/// Percent with two decimals.
fn percent(ratio: f64) -> String {
    format!("{:.2}", (10000.0 * ratio).round() / 100.0)
}

/// A time of the Gregorian calendar, such as 2026-09-01T12:00:00Z.
fn date(time: Duration) -> String {
    // Days since 0000-03-01; an era is 400 years of 146097 days.
    let (days, seconds) = (time.as_secs() / 86400 + 719468, time.as_secs() % 86400);
    let (era, day) = (days / 146097, days % 146097);
    let year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (day, month) = (day - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    let year = year + 400 * era + u64::from(month <= 2);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", year, month, day, hour, minute, second)
}

fn line(root: &str, cgroups: &[String], before: Option<&Cpu>, after: Option<&Cpu>, lag: Duration) -> Option<String> {
    let cpu = cpu_usage(before, after?).ok()?;
    let (memory, disk) = (memory(root)?, disk(root)?);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let mut line = format!("{{\"ts\":\"{}\",\"cpu\":{}", date(now), percent(cpu.busy_gopsutil_ratio.get()?));
    if let Some(steal) = cpu.steal_ratio.get() {
        line += &format!(",\"cpu_steal_percent\":{}", percent(steal));
    }
    line += &format!(",\"scheduled_lag_ms\":{}", lag.as_millis());
    line += &format!(",\"mem_used\":{},\"mem_total\":{}", memory.used_procps4_bytes.get()?, memory.total_bytes.get()?);
    line += &format!(",\"disk_used\":{},\"disk_total\":{}", disk.used_bytes.get()?, disk.total_bytes.get()?);
    for (name, directory) in cgroups.iter().filter_map(|cgroup| cgroup.split_once('=')) {
        line += &cgroup(name, &format!("{}{}", root, directory)).unwrap_or_default();
    }
    Some(line + "}")
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let numbers =
        (arguments.get(1).and_then(|text| text.parse().ok()), arguments.get(2).and_then(|text| text.parse().ok()));
    let (interval, count) = match numbers {
        (Some(interval), Some(count)) => (Duration::from_millis(interval), count),
        _ => {
            eprintln!("usage: vm0 ROOT MILLISECONDS COUNT [NAME=DIRECTORY]...");
            process::exit(2)
        }
    };
    let root = arguments[0].trim_end_matches('/');
    let root = if root.is_empty() { "/" } else { root };
    let (mut before, mut due) = (cpu(root), Instant::now());
    for _ in 0..count {
        due += interval;
        thread::sleep(due.saturating_duration_since(Instant::now()));
        let (after, lag) = (cpu(root), Instant::now().saturating_duration_since(due));
        match line(root, &arguments[3..], before.as_ref(), after.as_ref(), lag) {
            Some(line) => println!("{}", line),
            None => eprintln!("vm0: a number is unknown, so there is no line"),
        }
        before = after;
    }
}
