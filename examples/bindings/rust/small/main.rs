// SPDX-License-Identifier: MIT
//! A static program of a few kilobytes for the inside of a virtual machine: the binding without Rust's standard
//! library, on musl or any other C library. It prints a JSON line about this machine.
//!
//! Build it without cargo:
//!
//!     rustc --edition 2021 -O -C panic=abort --crate-type rlib --crate-name vmmetrics src/lib.rs
//!     rustc --edition 2021 -O -C panic=abort --crate-type staticlib --extern vmmetrics=libvmmetrics.rlib small/small.rs
//!     musl-gcc -static -Wl,--gc-sections -s libsmall.a libvmmetrics.a -o small

#![no_std]

use core::fmt::{self, Write};
use vmmetrics::{memory_usage, Cpu, Meminfo, Parsed, Row};

extern "C" {
    fn open(path: *const u8, flags: i32, ...) -> i32;
    fn read(file: i32, buffer: *mut u8, size: usize) -> isize;
    fn write(file: i32, buffer: *const u8, size: usize) -> isize;
    fn close(file: i32) -> i32;
    fn abort() -> !;
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    // SAFETY: the function has no conditions.
    unsafe { abort() }
}

/// Standard output.
struct Out;

impl Write for Out {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // SAFETY: the length is that of the text.
        let written = unsafe { write(1, text.as_ptr(), text.len()) };
        if written == text.len() as isize {
            Ok(())
        } else {
            Err(fmt::Error)
        }
    }
}

/// A number, or null.
struct Json<T>(Option<T>);

impl<T: fmt::Display> fmt::Display for Json<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(number) => number.fmt(out),
            None => out.write_str("null"),
        }
    }
}

/// All of a file; empty if the file cannot be read or does not fit into the buffer.
fn contents<'a>(path: &str, buffer: &'a mut [u8]) -> &'a [u8] {
    let mut length = 0;
    if !path.ends_with('\0') {
        return &[];
    }
    // SAFETY: the path ends with NUL, and the kernel writes no more bytes than the buffer has.
    unsafe {
        let file = open(path.as_ptr(), 0);
        if file < 0 {
            return &[];
        }
        while length < buffer.len() {
            match read(file, buffer.as_mut_ptr().add(length), buffer.len() - length) {
                got if got > 0 => length += got as usize,
                _ => break,
            }
        }
        close(file);
    }
    // A full buffer may contain a cut text.
    if length == buffer.len() {
        length = 0;
    }
    &buffer[..length]
}

fn print() -> fmt::Result {
    let mut buffer = [0; 65536];
    let total = Cpu::rows(contents("/proc/stat\0", &mut buffer)).next().and_then(Result::ok);
    let ticks = |member: fn(&Cpu) -> Option<u64>| Json(total.as_ref().and_then(member));
    write!(Out, "{{\"user_ticks\": {}, ", ticks(|cpu| cpu.user_ticks.get()))?;
    write!(Out, "\"system_ticks\": {}, ", ticks(|cpu| cpu.system_ticks.get()))?;
    match Meminfo::parse(contents("/proc/meminfo\0", &mut buffer)).map(|memory| memory_usage(&memory)) {
        Ok(Ok(usage)) => {
            write!(Out, "\"memory_used_bytes\": {}, ", Json(usage.used_procps4_bytes.get()))?;
            writeln!(Out, "\"memory_total_bytes\": {}}}", Json(usage.total_bytes.get()))
        }
        Ok(Err(status)) => writeln!(Out, "\"memory\": \"{}\"}}", status),
        Err(failure) => writeln!(Out, "\"memory\": \"{}\"}}", failure),
    }
}

/// The function that the C library calls.
#[no_mangle]
pub extern "C" fn main() -> i32 {
    print().is_err() as i32
}
