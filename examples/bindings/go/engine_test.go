// SPDX-License-Identifier: MIT

package vmmetrics

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/tetratelabs/wazero"
)

// The instances that are kept are few and small, and have forgotten their last call.
func TestPool(t *testing.T) {
	var group sync.WaitGroup
	text := []byte("MemTotal:       1000 kB\n" + strings.Repeat("Other:          1000 kB\n", 1<<17))
	for number := range 64 {
		group.Go(func() {
			for range CPURows([]byte("cpu0 1 0 0 0\ncpu1 1 0 0 0\n")) {
				if number%16 == 0 {
					_, _ = ParseMeminfo(text)
				}
			}
		})
	}
	group.Wait()
	// The room of one file is used again for the next one, so this instance is small enough to be kept.
	before := len(idle.instances)
	_, _ = GatherCgroup(func(string) ([]byte, error) { return text[:60000], nil })
	if kept := len(idle.instances); kept < before {
		t.Errorf("%d instances are kept, and %d before the files of a cgroup were read", kept, before)
	}
	if kept := len(idle.instances); kept == 0 || kept > library.processors {
		t.Errorf("%d instances are kept for %d processors", kept, library.processors)
	}
	for _, c := range idle.instances {
		if len(c.memory) > keptBytes || c.top != c.base || c.module.IsClosed() {
			t.Errorf("an instance has %d bytes, and %d in use", len(c.memory), c.top-c.base)
		}
	}
}

// A cache of names does not grow without a limit, since a guest may choose names.
func TestNamesAreForgotten(t *testing.T) {
	c := take()
	defer c.release()
	var room [16]byte
	for number := range 3 * mostNames {
		room[0], room[1], room[2] = 'a', byte(1+number%255), byte(1+number/255)
		if name := c.name(room[:]); string(name) != string(room[:3]) {
			t.Fatalf("%q is %q", room, name)
		}
	}
	if len(c.names) > mostNames {
		t.Errorf("%d names are kept", len(c.names))
	}
}

// A directory that cannot be made is no cache.
func TestLoad(t *testing.T) {
	if err := Load("/dev/null/cache"); err == nil {
		t.Error("a file is taken as a cache's directory")
	}
	if err := Load(t.TempDir()); err != nil {
		t.Error(err)
	}
}

// isInterpreted is true for a library that is not compiled to machine code: its calls allocate.
func isInterpreted(t *testing.T, library compiled) bool {
	made, err := library.runtime.InstantiateModule(context.Background(), library.module,
		wazero.NewModuleConfig().WithName(""))
	if err != nil {
		t.Fatal(err)
	}
	called, stack := made.ExportedFunction("vmm_version"), make([]uint64, 1)
	return testing.AllocsPerRun(10, func() { _ = called.CallWithStack(context.Background(), stack) }) > 0
}

// A damaged cache costs the time to compile, and no more.
func TestDamagedCache(t *testing.T) {
	_ = Load("")
	if isInterpreted(t, library.compiled) {
		t.Skip("nothing is kept of an interpreted library")
	}
	folder := t.TempDir()
	for _, state := range []string{"empty", "full", "damaged"} {
		cache, err := wazero.NewCompilationCacheWithDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		if isInterpreted(t, compile(cache)) {
			t.Errorf("the cache is %s, and the library is interpreted", state)
		}
		files, _ := filepath.Glob(filepath.Join(folder, "*", "*"))
		if len(files) != 1 {
			t.Fatalf("the cache is %s, and has %d files", state, len(files))
		}
		if state == "full" {
			if err := os.WriteFile(files[0], []byte("damaged"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// A sampler that keeps its records allocates nothing but its texts.
func TestAllocations(t *testing.T) {
	if _ = Load(""); isInterpreted(t, library.compiled) {
		t.Skip("an interpreted call allocates")
	}
	meminfo, stat := []byte("MemTotal: 1000 kB\n"), []byte("cpu  1 2 3 4\ncpu0 1 2 3 4\n")
	disks := []byte("8 0 sda 1 0 8 0 2 0 16 0 0 0 0\n")
	var cgroup Cgroup
	for name, one := range map[string]struct {
		run  func()
		most float64
	}{
		"ParseMeminfo": {func() { _, _ = ParseMeminfo(meminfo) }, 0},
		"CPURows": {func() {
			for range CPURows(stat) {
			}
		}, 3},
		"DiskRows": {func() {
			for range DiskRows(disks) {
			}
		}, 3},
		"Cgroup.Read":   {func() { _ = cgroup.Read("memory.current", []byte("4096\n")) }, 0},
		"MemoryUsageOf": {func() { _, _ = MemoryUsageOf(&Meminfo{MemTotalBytes: IntegerOf(1)}) }, 0},
	} {
		if allocations := testing.AllocsPerRun(100, one.run); allocations > one.most {
			t.Errorf("%s allocates %v times", name, allocations)
		}
	}
}
