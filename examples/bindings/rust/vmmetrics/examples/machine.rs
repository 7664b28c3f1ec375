// SPDX-License-Identifier: MIT
//! Prints what the library reads about this machine, or in copies of its files.
//!
//! usage: machine                            a JSON line about this machine
//!        machine cpu FILE                   a JSON line for each CPU row in a copy of /proc/stat
//!        machine meminfo FILE               a JSON line for a copy of /proc/meminfo
//!        machine cpu_usage BEFORE AFTER     the use of the CPU between two copies of /proc/stat
//!        machine memory_usage FILE          the use of memory in a copy of /proc/meminfo
//!        machine --check                    compare the structs of the crate with the library

#[path = "common/json.rs"]
mod json;

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::{env, fs, io, process, thread, time};
use vmmetrics::{Cpu, Failure, Meminfo, Parsed, Record, Row, Status};

type Outcome = Result<(), String>;

/// Reads all of an open file into a buffer that is used again.
fn read_again<'a>(file: &File, buffer: &'a mut Vec<u8>) -> io::Result<&'a [u8]> {
    let mut length = 0;
    loop {
        if length == buffer.len() {
            buffer.resize((2 * length).max(16384), 0);
            length = 0;
        }
        match file.read_at(&mut buffer[length..], length as u64)? {
            0 => return Ok(&buffer[..length]),
            got => length += got,
        }
    }
}

fn print<T: Record>(record: &T) {
    println!("{{{}}}", json::of_members(record));
}

/// A failure with its line and column in a file.
fn explain(path: &str, bytes: &[u8], failure: Failure) -> String {
    let before = &bytes[..failure.at.unwrap_or(0)];
    let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|&&byte| byte != b'\n').count() + 1;
    format!("{}:{}:{}: {}", path, line, column, failure.status)
}

fn read_file(path: &str) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {}", path, error))
}

fn read_meminfo(path: &str) -> Result<Meminfo, String> {
    let bytes = read_file(path)?;
    Meminfo::parse(&bytes).map_err(|failure| explain(path, &bytes, failure))
}

fn read_total(path: &str) -> Result<Cpu, String> {
    let bytes = read_file(path)?;
    match Cpu::rows(&bytes).next() {
        Some(row) => row.map_err(|failure| explain(path, &bytes, failure)),
        None => Err(format!("{}: no CPU row", path)),
    }
}

fn print_rows(path: &str) -> Outcome {
    let bytes = read_file(path)?;
    let mut failures = Vec::new();
    for row in Cpu::rows(&bytes) {
        match row {
            Ok(row) => print(&row),
            Err(failure) => failures.push(explain(path, &bytes, failure)),
        }
    }
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures.join("\n"))
    }
}

fn print_usage(usage: Result<impl Record, Status>) -> Outcome {
    usage.map(|usage| print(&usage)).map_err(|status| status.to_string())
}

/// The busy share of the CPU over a tenth of a second, and memory. An unknown number is null.
fn print_this_machine() -> io::Result<()> {
    let (stat, memory) = (File::open("/proc/stat")?, File::open("/proc/meminfo")?);
    let mut buffer = Vec::new();
    let mut before: Option<Cpu> = None;
    let mut busy = None;
    for sample in 0..2 {
        if sample > 0 {
            thread::sleep(time::Duration::from_millis(100));
        }
        let after = match Cpu::rows(read_again(&stat, &mut buffer)?).next() {
            Some(Ok(row)) => row,
            _ => continue,
        };
        busy = match vmmetrics::cpu_usage(before.as_ref(), &after) {
            Ok(usage) => usage.busy_gopsutil_ratio.get(),
            Err(status) if status.is_no_error() => None,
            Err(status) => {
                eprintln!("/proc/stat: {}", status);
                None
            }
        };
        before = Some(after);
    }
    let memory = Meminfo::parse(read_again(&memory, &mut buffer)?).ok();
    let usage = memory.and_then(|memory| vmmetrics::memory_usage(&memory).ok());
    println!(
        "{{\"cpu_busy_ratio\": {}, \"memory_used_bytes\": {}, \"memory_total_bytes\": {}}}",
        json::number(busy),
        json::number(usage.and_then(|usage| usage.used_procps4_bytes.get())),
        json::number(usage.and_then(|usage| usage.total_bytes.get()))
    );
    Ok(())
}

/// Compares every struct with its description in the library.
fn check() -> Outcome {
    let differences = vmmetrics::all_differences();
    if differences.is_empty() {
        println!("all structs are the library's");
        Ok(())
    } else {
        Err(differences.join("\n"))
    }
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        [] => print_this_machine().map_err(|error| error.to_string()),
        ["--check"] => check(),
        ["cpu", path] => print_rows(path),
        ["meminfo", path] => read_meminfo(path).map(|memory| print(&memory)),
        ["memory_usage", path] => read_meminfo(path).and_then(|memory| print_usage(vmmetrics::memory_usage(&memory))),
        ["cpu_usage", before, after] => read_total(before).and_then(|before| {
            read_total(after).and_then(|after| print_usage(vmmetrics::cpu_usage(Some(&before), &after)))
        }),
        _ => {
            eprintln!("usage: machine [cpu FILE | meminfo FILE | cpu_usage BEFORE AFTER | memory_usage FILE]");
            eprintln!("       machine --check");
            process::exit(2)
        }
    };
    if let Err(reason) = outcome {
        eprintln!("{}", reason);
        process::exit(1);
    }
}
