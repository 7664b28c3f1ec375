// SPDX-License-Identifier: MIT

package vmmetrics_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing/fstest"
	"time"

	"example.org/vmmetrics"
)

// A malformed row is an error, and the rows after it are there. This kernel printed no column of stolen time.
func ExampleCPURows() {
	for cpu, err := range vmmetrics.CPURows([]byte("cpu  10 0 10 80\ncpu0 4 0 6 x\ncpu3 6 0 4 40 0 0 0 3\n")) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		user, _ := cpu.UserTicks.Get()
		stolen, ok := cpu.StealTicks.Get()
		fmt.Println(user, stolen, ok)
	}
	// Output:
	// 10 0 false
	// malformed value at byte 27
	// 6 3 true
}

func ExampleParseMeminfo() {
	memory, err := vmmetrics.ParseMeminfo([]byte("MemTotal:        1000 kB\nMemFree:          2x0 kB\n"))
	var wrong *vmmetrics.ParseError
	fmt.Println(memory.MemTotalBytes, errors.Is(err, vmmetrics.ErrSyntax), errors.As(err, &wrong), wrong.Offset)
	// Output: unknown true true 44
}

func ExampleCPUUsageBetween() {
	sample := func(text string) *vmmetrics.CPU {
		for cpu, err := range vmmetrics.CPURows([]byte(text)) {
			if err == nil {
				return &cpu
			}
		}
		return nil
	}
	before, after := sample("cpu  10 0 10 80\n"), sample("cpu  20 0 10 110\n")
	usage, err := vmmetrics.CPUUsageBetween(before, after)
	fmt.Println(usage.UserRatio, err)
	_, err = vmmetrics.CPUUsageBetween(nil, after)
	fmt.Println(err, err == vmmetrics.ErrFirst)
	_, err = vmmetrics.CPUUsageBetween(after, before)
	fmt.Println(err, err == vmmetrics.ErrReset)
	// Output:
	// 0.25 <nil>
	// no earlier sample true
	// a counter restarted or the thing was replaced true
}

// The record of a cgroup is read from the files of its directory. Here they are in memory; os.DirFS has those of the
// machine.
func ExampleGatherCgroup() {
	files := fstest.MapFS{
		"memory.max": {Data: []byte("max\n")},
		"cpu.max":    {Data: []byte("50000 100000\n")},
		"cpu.stat":   {Data: []byte("usage_usec 1500000\n")},
	}
	cgroup, err := vmmetrics.GatherCgroup(files.ReadFile)
	used, _ := cgroup.UsageUsec.Duration()
	quota, _ := cgroup.CPUMaxUsec.Duration()
	fmt.Println(used, quota, cgroup.MemoryMaxBytes.IsUnlimited(), cgroup.MemoryCurrentBytes, err)
	// Output: 1.5s 50ms true unknown <nil>
}

func ExampleProcessUsageBetween() {
	process := func(ticks int) *vmmetrics.Process {
		var process vmmetrics.Process
		text := fmt.Sprintf("7 (vm) S 1 7 7 0 -1 0 0 0 0 0 %d 0 0 0 20 0 1 0 100%s\n", ticks, strings.Repeat(" 0", 30))
		if err := process.Read("stat", []byte(text)); err != nil {
			fmt.Println(err)
		}
		return &process
	}
	usage, err := vmmetrics.ProcessUsageBetween(process(100), process(150),
		vmmetrics.Interval{Elapsed: time.Second, TicksPerSecond: 100})
	fmt.Println(usage.CoresUsed, err)
	// Output: 0.5 <nil>
}

// A record as JSON, and the same again.
func ExamplePressure() {
	text, _ := json.Marshal(vmmetrics.Pressure{SomeTotalUsec: vmmetrics.Microseconds{Integer: vmmetrics.IntegerOf(5)}})
	var again vmmetrics.Pressure
	err := json.Unmarshal(text, &again)
	fmt.Println(string(text[:30]), again.SomeTotalUsec, again.FullTotalUsec, err)
	// Output: {"some_avg10_hundredths":null, 5 unknown <nil>
}

// The tags tell what an exporter needs to know of each member.
func ExampleRecord() {
	members := reflect.TypeFor[vmmetrics.Disk]()
	for _, name := range []string{"Name", "ReadBytes", "IOMs"} {
		member, _ := members.FieldByName(name)
		fmt.Println(member.Tag.Get("json"), member.Tag.Get("unit"), member.Tag.Get("kind"))
	}
	// Output:
	// name count identity
	// read_bytes bytes counter
	// io_ms milliseconds counter
}
