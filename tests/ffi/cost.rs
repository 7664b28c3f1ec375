// SPDX-License-Identifier: MIT
//! Parses a copy of /proc/meminfo some times, and reads members of the record. cost.c is the same in C.

use vmmetrics::{Meminfo, Parsed};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let bytes = std::fs::read(&arguments[1])?;
    let rounds: u32 = arguments[2].parse()?;
    let mut sum = 0;
    for _ in 0..rounds {
        let memory = Meminfo::parse(&bytes)?;
        if let (Some(total), Some(available)) = (memory.mem_total_bytes.get(), memory.mem_available_bytes.get()) {
            sum = total - available;
        }
    }
    println!("{}", sum);
    Ok(())
}
