// SPDX-License-Identifier: MIT

// Package bench measures the Go module beside prometheus/procfs and beside calls of the C library by cgo, on the files
// below VMMETRICS_ROOT.
package bench

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"example.org/vmmetrics"
	"github.com/prometheus/procfs"
	"github.com/prometheus/procfs/blockdevice"

	"vmmetrics/tests/ffi/go/native"
)

var root = os.Getenv("VMMETRICS_ROOT")

func text(b *testing.B, path string) []byte {
	bytes, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		b.Fatal(err)
	}
	return bytes
}

func must[T any](b *testing.B) func(T, error) T {
	return func(value T, err error) T {
		if err != nil {
			b.Fatal(err)
		}
		return value
	}
}

// measure reports the time of the processor, since the machine may do other things too.
func measure(b *testing.B, run func()) {
	used := func() int64 {
		var usage syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
			b.Fatal(err)
		}
		return usage.Utime.Nano() + usage.Stime.Nano()
	}
	b.ReportAllocs()
	began := used()
	for b.Loop() {
		run()
	}
	b.ReportMetric(float64(used()-began)/float64(b.N), "cpu-ns/op")
}

// Each file as both packages read it: opened, read and parsed, with all of its rows.
func BenchmarkFile(b *testing.B) {
	proc := must[procfs.FS](b)(procfs.NewFS(filepath.Join(root, "proc")))
	disks := must[blockdevice.FS](b)(blockdevice.NewFS(filepath.Join(root, "proc"), filepath.Join(root, "sys")))
	for _, one := range []struct {
		name         string
		here, procfs func(b *testing.B)
	}{
		{"stat", func(b *testing.B) {
			bytes := text(b, "proc/stat")
			cpus := make([]vmmetrics.CPU, 0, 16)
			for cpu, err := range vmmetrics.CPURows(bytes) {
				cpus = append(cpus, must[vmmetrics.CPU](b)(cpu, err))
			}
			must[vmmetrics.Stat](b)(vmmetrics.ParseStat(bytes))
		}, func(b *testing.B) { must[procfs.Stat](b)(proc.Stat()) }},
		{"meminfo", func(b *testing.B) {
			must[vmmetrics.Meminfo](b)(vmmetrics.ParseMeminfo(text(b, "proc/meminfo")))
		}, func(b *testing.B) { must[procfs.Meminfo](b)(proc.Meminfo()) }},
		{"net_dev", func(b *testing.B) {
			nets := map[vmmetrics.Name]vmmetrics.Net{}
			for net, err := range vmmetrics.NetRows(text(b, "proc/net/dev")) {
				nets[net.Name] = must[vmmetrics.Net](b)(net, err)
			}
		}, func(b *testing.B) { must[procfs.NetDev](b)(proc.NetDev()) }},
		{"diskstats", func(b *testing.B) {
			rows := make([]vmmetrics.Disk, 0, 16)
			for disk, err := range vmmetrics.DiskRows(text(b, "proc/diskstats")) {
				rows = append(rows, must[vmmetrics.Disk](b)(disk, err))
			}
		}, func(b *testing.B) { must[[]blockdevice.Diskstats](b)(disks.ProcDiskstats()) }},
	} {
		for name, run := range map[string]func(*testing.B){"vmmetrics": one.here, "procfs": one.procfs} {
			b.Run(one.name+"/"+name, func(b *testing.B) { measure(b, func() { run(b) }) })
		}
	}
}

// A whole sample whose texts are read already: stat, meminfo, diskstats, net/dev and all files of one cgroup.
func BenchmarkSample(b *testing.B) {
	stat, meminfo := text(b, "proc/stat"), text(b, "proc/meminfo")
	disks, nets := text(b, "proc/diskstats"), text(b, "proc/net/dev")
	// Both ask for each file of a cgroup by its name.
	type file struct {
		name string
		id   uint32
	}
	var all []file
	files := map[string][]byte{}
	for name := range vmmetrics.CgroupFiles() {
		all = append(all, file{name, native.FileOf(name)})
		if bytes, err := os.ReadFile(filepath.Join(root, "sys/fs/cgroup", name)); err == nil && len(bytes) > 0 {
			files[name] = bytes
		}
	}
	b.Run("vmmetrics", func(b *testing.B) {
		measure(b, func() {
			for range vmmetrics.CPURows(stat) {
			}
			must[vmmetrics.Stat](b)(vmmetrics.ParseStat(stat))
			must[vmmetrics.Meminfo](b)(vmmetrics.ParseMeminfo(meminfo))
			for range vmmetrics.DiskRows(disks) {
			}
			for range vmmetrics.NetRows(nets) {
			}
			must[vmmetrics.Cgroup](b)(vmmetrics.GatherCgroup(func(file string) ([]byte, error) {
				if bytes, ok := files[file]; ok {
					return bytes, nil
				}
				return nil, fs.ErrNotExist
			}))
		})
	})
	b.Run("cgo", func(b *testing.B) {
		measure(b, func() {
			var (
				cpu    native.CPU
				sum    native.Stat
				memory native.Meminfo
				disk   native.Disk
				net    native.Net
				cgroup native.Cgroup
			)
			if native.CPUs(stat, &cpu) == 0 || !native.ParseStat(stat, &sum) || !native.ParseMeminfo(meminfo, &memory) ||
				native.Disks(disks, &disk) == 0 || native.Nets(nets, &net) == 0 {
				b.Fatal("a text is refused")
			}
			native.BeginCgroup(&cgroup)
			for _, file := range all {
				if bytes, ok := files[file.name]; ok && !cgroup.Read(file.id, bytes) {
					b.Fatal("a file is refused")
				}
			}
		})
	})
}

// What single calls cost.
func BenchmarkCall(b *testing.B) {
	meminfo, current := text(b, "proc/meminfo"), []byte("4096\n")
	memory := must[vmmetrics.Meminfo](b)(vmmetrics.ParseMeminfo(meminfo))
	var cgroup vmmetrics.Cgroup
	for name, run := range map[string]func(){
		"Version":       func() { vmmetrics.Version() },
		"ParseMeminfo":  func() { _, _ = vmmetrics.ParseMeminfo(meminfo) },
		"MemoryUsageOf": func() { _, _ = vmmetrics.MemoryUsageOf(&memory) },
		"Cgroup.Read":   func() { _ = cgroup.Read("memory.current", current) },
		"CounterGrowth": func() { _, _ = vmmetrics.CounterGrowth(1, 2, vmmetrics.Width64) },
	} {
		b.Run(name, func(b *testing.B) { measure(b, run) })
	}
}
