// SPDX-License-Identifier: MIT

package vmmetrics

import "syscall"

// FilesystemOf is the record of what syscall.Statfs gives, with the members that statvfs(3) has of it.
func FilesystemOf(stat *syscall.Statfs_t) Filesystem {
	return Filesystem{
		FBsizeBytes:  IntegerOf(uint64(stat.Bsize)),
		FFrsizeBytes: IntegerOf(uint64(stat.Frsize)),
		FBlocks:      IntegerOf(stat.Blocks),
		FBfree:       IntegerOf(stat.Bfree),
		FBavail:      IntegerOf(stat.Bavail),
		FFiles:       IntegerOf(stat.Files),
		FFfree:       IntegerOf(stat.Ffree),
		// The kernel does not reserve files for root.
		FFavail:  IntegerOf(stat.Ffree),
		FNamemax: LimitOf(uint64(stat.Namelen)),
		FFsid:    IntegerOf(uint64(uint32(stat.Fsid.X__val[0])) | uint64(uint32(stat.Fsid.X__val[1]))<<32),
		// ST_VALID only says that the flags are valid.
		FFlag: IntegerOf(uint64(stat.Flags) &^ 0x20),
	}
}
