// SPDX-License-Identifier: MIT

package vmmetrics

import (
	"fmt"
	"os/exec"
	"syscall"
	"testing"
)

// The numbers of statvfs(3), as Python has them from the C library. Those of free space change all the time.
func TestFilesystemOf(t *testing.T) {
	for _, path := range []string{"/", "/proc", "/dev"} {
		text, err := exec.Command("python3", "-c", "import os, sys; s = os.statvfs(sys.argv[1]); "+
			"print(s.f_bsize, s.f_frsize, s.f_blocks, s.f_files, s.f_fsid, s.f_flag, s.f_namemax)", path).Output()
		if err != nil {
			t.Skip("python3 does not run")
		}
		var stat syscall.Statfs_t
		if err := syscall.Statfs(path, &stat); err != nil {
			t.Fatal(err)
		}
		f := FilesystemOf(&stat)
		got := fmt.Sprintln(f.FBsizeBytes, f.FFrsizeBytes, f.FBlocks, f.FFiles, f.FFsid, f.FFlag, f.FNamemax)
		if got != string(text) {
			t.Errorf("%s: %sPython has %s", path, got, text)
		}
	}
}
