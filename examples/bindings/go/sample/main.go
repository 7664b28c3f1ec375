// SPDX-License-Identifier: MIT

// sample is examples/bindings/sample.c, in Go: it prints the same.
//
//	sample BEFORE AFTER NANOSECONDS
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"example.org/vmmetrics"
)

// USER_HZ of the machine that the files are from.
const ticksPerSecond = 100

var out = bufio.NewWriter(os.Stdout)

// folder has copies of files. The records that are read from it are printed if prints is set.
type folder struct {
	path   string
	prints bool
}

func (f folder) text(path string) ([]byte, error) {
	return os.ReadFile(filepath.Join(f.path, path))
}

// line prints the name of a record and the members of a struct.
func line(record string, members any) {
	text, err := json.Marshal(members)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Fprintf(out, "{\"record\":%q,%s\n", record, text[1:])
}

type failure struct {
	File   string `json:"file"`
	Status string `json:"status"`
	Offset *int   `json:"offset"`
}

// printFailure prints what is wrong in a text; path is that of the file or, if it ends in a slash, of its directory.
func (f folder) printFailure(record, path string, err error) {
	var wrong *vmmetrics.ParseError
	if !f.prints || !errors.As(err, &wrong) {
		return
	}
	said := failure{File: path + wrong.File, Status: wrong.Status.Error()}
	if wrong.Offset >= 0 {
		said.Offset = &wrong.Offset
	}
	line(record, said)
}

// keep gives the record, if it could be read, as a list.
func keep[T any](f folder, record, path string, value T, err error) []T {
	if err != nil {
		f.printFailure(record, path, err)
		return nil
	}
	if f.prints {
		line(record, value)
	}
	return []T{value}
}

func one[T any](f folder, record, path string, parse func([]byte) (T, error)) []T {
	text, err := f.text(path)
	if err != nil {
		return nil
	}
	value, err := parse(text)
	return keep(f, record, path, value, err)
}

func rows[T any](f folder, record, path string, parse func([]byte) iter.Seq2[T, error]) (found []T) {
	text, err := f.text(path)
	if err != nil {
		return nil
	}
	for row, err := range parse(text) {
		found = append(found, keep(f, record, path, row, err)...)
	}
	return found
}

func directory[T any](f folder, record, path string, gather func(func(string) ([]byte, error)) (T, error)) *T {
	value, err := gather(func(file string) ([]byte, error) { return f.text(filepath.Join(path, file)) })
	if all, ok := err.(interface{ Unwrap() []error }); ok {
		for _, err := range all.Unwrap() {
			f.printFailure(record, path+"/", err)
		}
	}
	return &keep(f, record, path, value, nil)[0]
}

func printUsage[T any](record string, usage T, err error) {
	if err != nil {
		line(record, struct {
			Status string `json:"status"`
		}{err.Error()})
		return
	}
	line(record, usage)
}

// printUsages prints the usage of each row, from it and the earlier row of the same object. Rows without an identity,
// such as the total of all CPUs, are found by their place.
func printUsages[T, U any, R vmmetrics.Record[T]](record string, before, after []T,
	compute func(before, after R) (U, error)) {
	for place := range after {
		var earlier R
		for other := range before {
			same, ok := vmmetrics.Same[T, R](&before[other], &after[place])
			if same || !ok && other == place {
				earlier = &before[other]
				break
			}
		}
		usage, err := compute(earlier, &after[place])
		printUsage(record, usage, err)
	}
}

// timed is a function without the time between the samples.
func timed[R, U any](elapsed time.Duration, compute func(R, R, time.Duration) (U, error)) func(R, R) (U, error) {
	return func(before, after R) (U, error) { return compute(before, after, elapsed) }
}

func first[T any](list []T) *T {
	if len(list) == 0 {
		return nil
	}
	return &list[0]
}

func printAll(before, after folder, elapsed time.Duration) {
	printUsages("cpu_usage", rows(before, "cpu", "proc/stat", vmmetrics.CPURows),
		rows(after, "cpu", "proc/stat", vmmetrics.CPURows), vmmetrics.CPUUsageBetween)
	one(after, "stat", "proc/stat", vmmetrics.ParseStat)
	for _, memory := range one(after, "meminfo", "proc/meminfo", vmmetrics.ParseMeminfo) {
		usage, err := vmmetrics.MemoryUsageOf(&memory)
		printUsage("memory_usage", usage, err)
	}
	one(after, "vmstat", "proc/vmstat", vmmetrics.ParseVmstat)
	old := first(one(before, "pressure", "proc/pressure/cpu", vmmetrics.ParsePressure))
	for _, pressure := range one(after, "pressure", "proc/pressure/cpu", vmmetrics.ParsePressure) {
		usage, err := vmmetrics.PressureUsageBetween(old, &pressure, elapsed)
		printUsage("pressure_usage", usage, err)
	}
	printUsages("net_usage", rows(before, "net", "proc/net/dev", vmmetrics.NetRows),
		rows(after, "net", "proc/net/dev", vmmetrics.NetRows), timed(elapsed, vmmetrics.NetUsageBetween))
	printUsages("disk_usage", rows(before, "disk", "proc/diskstats", vmmetrics.DiskRows),
		rows(after, "disk", "proc/diskstats", vmmetrics.DiskRows), timed(elapsed, vmmetrics.DiskUsageBetween))
	directory(after, "system", "proc", vmmetrics.GatherSystem)

	process, err := vmmetrics.ProcessUsageBetween(directory(before, "process", "proc/self", vmmetrics.GatherProcess),
		directory(after, "process", "proc/self", vmmetrics.GatherProcess),
		vmmetrics.Interval{Elapsed: elapsed, TicksPerSecond: ticksPerSecond})
	printUsage("process_usage", process, err)
	earlier := directory(before, "cgroup", "sys/fs/cgroup", vmmetrics.GatherCgroup)
	cgroup := directory(after, "cgroup", "sys/fs/cgroup", vmmetrics.GatherCgroup)
	usage, err := vmmetrics.CgroupUsageBetween(earlier, cgroup, elapsed)
	printUsage("cgroup_usage", usage, err)
	memoryStat := func(text []byte) (record vmmetrics.CgroupMemory, err error) {
		err = record.Read("memory.stat", text)
		var wrong *vmmetrics.ParseError
		if errors.As(err, &wrong) {
			// The path has the name.
			wrong.File = ""
		}
		return record, err
	}
	for _, memory := range one(after, "cgroup_memory", "sys/fs/cgroup/memory.stat", memoryStat) {
		usage, err := vmmetrics.CgroupMemoryUsageOf(cgroup, &memory, vmmetrics.Limit{})
		printUsage("cgroup_memory_usage", usage, err)
	}
	ioRows := func(text []byte) iter.Seq2[vmmetrics.CgroupIO, error] { return vmmetrics.CgroupIORows("io.stat", text) }
	printUsages("cgroup_io_usage", rows(before, "cgroup_io", "sys/fs/cgroup/io.stat", ioRows),
		rows(after, "cgroup_io", "sys/fs/cgroup/io.stat", ioRows), timed(elapsed, vmmetrics.CgroupIOUsageBetween))
}

func main() {
	var elapsed int64
	err := errors.New("three arguments")
	if len(os.Args) == 4 {
		elapsed, err = strconv.ParseInt(os.Args[3], 10, 64)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "usage: sample BEFORE AFTER NANOSECONDS")
		os.Exit(2)
	}
	printAll(folder{path: os.Args[1]}, folder{os.Args[2], true}, time.Duration(elapsed))
	if err := out.Flush(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
