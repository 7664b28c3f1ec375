// SPDX-License-Identifier: MIT

package vmmetrics

import (
	"strings"
	"sync"
	"testing"
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
