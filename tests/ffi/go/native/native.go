// SPDX-License-Identifier: MIT

// Package native calls the library by cgo, in the cheapest way that cgo's rules allow: the text in a buffer of C, which
// is kept, and the record in the caller's memory. It is here only to be measured.
package native

/*
#include <stdlib.h>
#include <string.h>
#include <vmmetrics/vmmetrics.h>
*/
import "C"

import "unsafe"

const room = 1 << 16

type (
	CPU     C.struct_vmm_cpu
	Stat    C.struct_vmm_stat
	Meminfo C.struct_vmm_meminfo
	Disk    C.struct_vmm_disk
	Net     C.struct_vmm_net
	Cgroup  C.struct_vmm_cgroup
)

var (
	// A struct vmm_text points to the bytes, so neither may be memory of Go.
	text  = (*C.struct_vmm_text)(C.malloc(C.sizeof_struct_vmm_text))
	start = C.malloc(room)
)

func put(bytes []byte) *C.struct_vmm_text {
	copy(unsafe.Slice((*byte)(start), room), bytes)
	text.pos, text.error = (*C.char)(start), nil
	text.end = (*C.char)(unsafe.Add(start, len(bytes)))
	return text
}

func CPUs(bytes []byte, row *CPU) (rows int) {
	for t := put(bytes); C.vmm_cpu_next(t, (*C.struct_vmm_cpu)(row), C.sizeof_struct_vmm_cpu) == 0; rows++ {
	}
	return rows
}

func ParseStat(bytes []byte, out *Stat) bool {
	return C.vmm_stat_parse(put(bytes), (*C.struct_vmm_stat)(out), C.sizeof_struct_vmm_stat) == 0
}

func ParseMeminfo(bytes []byte, out *Meminfo) bool {
	return C.vmm_meminfo_parse(put(bytes), (*C.struct_vmm_meminfo)(out), C.sizeof_struct_vmm_meminfo) == 0
}

func Disks(bytes []byte, row *Disk) (rows int) {
	for t := put(bytes); C.vmm_disk_next(t, (*C.struct_vmm_disk)(row), C.sizeof_struct_vmm_disk) == 0; rows++ {
	}
	return rows
}

func Nets(bytes []byte, row *Net) (rows int) {
	for t := put(bytes); C.vmm_net_next(t, (*C.struct_vmm_net)(row), C.sizeof_struct_vmm_net) == 0; rows++ {
	}
	return rows
}

func FileOf(name string) uint32 {
	bytes := C.CString(name)
	defer C.free(unsafe.Pointer(bytes))
	return uint32(C.vmm_file_find(C.VMM_RECORD_CGROUP, bytes, C.size_t(len(name))))
}

func BeginCgroup(out *Cgroup) {
	C.vmm_record_init(C.VMM_RECORD_CGROUP, unsafe.Pointer(out), C.sizeof_struct_vmm_cgroup)
}

func (c *Cgroup) Read(file uint32, bytes []byte) bool {
	return C.vmm_record_read(put(bytes), C.enum_vmm_file(file), unsafe.Pointer(c), C.sizeof_struct_vmm_cgroup) == 0
}
