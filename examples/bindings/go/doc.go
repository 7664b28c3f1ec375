// SPDX-License-Identifier: MIT

// Package vmmetrics reads what Linux and hypervisors print about virtual machines into structs, and computes rates from
// two samples: /proc, cgroups of both versions, /sys, statfs, pressure, the statistics of balloons, and the metrics of
// Firecracker, Cloud Hypervisor and QEMU. It is libvmmetrics, a library in C, as WebAssembly inside the package, so it
// needs no cgo and no library on the machine. It opens no files: bytes in, numbers out.
//
// # Values
//
// A record is a struct. Its members are small structs of 8 bytes, such as [Integer], [Limit] and [Real], and at most
// one [Name]. The method Get gives the value and whether it is known, so that no program takes unknown for a number.
// The zero value is unknown: a member that was not read is never 0. A member that is a time, such as [Microseconds],
// has a method Duration too. A record can be copied, compared with ==, kept, and written as JSON and read again;
// unknown is null, and no limit is "max". The tags of each member are its name in the library and in JSON, its unit,
// its kind, and for a counter its width.
//
// # Functions
//
//   - ParseMeminfo and so on read a file that is one record.
//   - CPURows and so on iterate over the records of a file that has rows.
//   - GatherCgroup and so on read a directory of small files, and the method Read one of these files.
//   - CPUUsageBetween, MemoryUsageOf and so on compute a usage from two samples, or from one.
//   - [Same], [Growth] and [RowsGrowth] take records of each type.
//   - [MountRows], [KeyValueRows] and [CgroupMembershipRows] give pieces of the text, without a copy.
//
// The comments of the members are those of the C headers, and so is the meaning of each function: CPUUsageBetween is
// vmm_cpu_usage_between there.
//
// # Errors
//
// Each error of the library is a [Status], such as [ErrSyntax] or [ErrFirst], which errors.Is finds. A reader wraps it
// in a [*ParseError], which has the offset of the wrong byte. A malformed row or file costs its own numbers only: an
// iterator goes on with the next row, and GatherCgroup returns what the other files have.
//
// # Goroutines
//
// All functions may be called by any number of goroutines at once. An instance of WebAssembly can serve one call at a
// time, so the package keeps as many of them as there are processors, each with a memory of its own. A call, or a
// loop over rows, takes one that is idle, or makes another one; it never waits. What an instance holds is copied out
// before it is given back, so records and errors belong to the caller.
//
// # Start
//
// The first call compiles the library, which takes some tens of milliseconds. [Load] does it earlier, and can keep what
// is compiled in a directory.
package vmmetrics
