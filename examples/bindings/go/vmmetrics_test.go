// SPDX-License-Identifier: MIT

package vmmetrics_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"math"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	. "example.org/vmmetrics"
)

// ---- The vectors of all languages ----

// What reads each record, and what computes each usage. A record that is read in two ways has both.
var (
	readers = map[string][]any{
		"cpu": {CPURows}, "stat": {ParseStat}, "meminfo": {ParseMeminfo}, "pressure": {ParsePressure},
		"cgroup_memory": {GatherCgroupMemory}, "cgroup": {GatherCgroup}, "cgroup_io": {CgroupIORows},
		"process": {GatherProcess}, "net": {NetRows, GatherNet}, "socket": {SocketRows}, "disk": {DiskRows, GatherDisk},
		"system": {GatherSystem}, "vmstat": {ParseVmstat}, "balloon": {ParseBalloon}, "firecracker": {FirecrackerRows},
		"hypervisor_device": {HypervisorDeviceRows}, "vmstat_detail": {ParseVmstatDetail},
		"protocols": {GatherProtocols}, "oom_kill": {OOMKillRows},
	}
	usages = map[string]any{
		"cpu_usage": CPUUsageBetween, "cpus_usage": CPUsUsageBetween, "memory_usage": MemoryUsageOf,
		"pressure_usage": PressureUsageBetween, "cgroup_usage": CgroupUsageBetween,
		"cgroup_memory_usage": CgroupMemoryUsageOf, "cgroup_io_usage": CgroupIOUsageBetween,
		"process_usage": ProcessUsageBetween, "threads_usage": ThreadsUsageBetween, "net_usage": NetUsageBetween,
		"disk_usage": DiskUsageBetween, "hypervisor_device_usage": HypervisorDeviceUsageBetween,
		"protocols_usage": ProtocolsUsageBetween,
	}
)

type input struct {
	Record, File, Text string
	Files              [][2]string
}

type expected struct {
	Values  map[string]any
	Failure string
	File    *string
	Offset  *int
}

type vector struct {
	Name, Usage    string
	Inputs         []*input
	Elapsed        int64  `json:"elapsed_ns"`
	TicksPerSecond uint64 `json:"ticks_per_second"`
	Expected       []expected
}

// result is a record, or why there is none.
type result struct {
	record reflect.Value
	err    error
}

// bytesOf is a text whose characters are bytes.
func bytesOf(text string) []byte {
	var bytes []byte
	for _, character := range text {
		bytes = append(bytes, byte(character))
	}
	return bytes
}

func call(function any, arguments ...any) (results []result) {
	values := make([]reflect.Value, len(arguments))
	for i := range arguments {
		values[i] = reflect.ValueOf(arguments[i])
	}
	returned := reflect.ValueOf(function).Call(values)
	if len(returned) == 2 {
		err, _ := returned[1].Interface().(error)
		return []result{{returned[0], err}}
	}
	for row, err := range returned[0].Seq2() {
		failure, _ := err.Interface().(error)
		results = append(results, result{row, failure})
	}
	return results
}

// read gives the records and failures of an input: of files, the failures before the record.
func read(t *testing.T, in *input) (results []result) {
	found := readers[in.Record]
	if len(found) == 0 {
		t.Fatalf("there is no reader of %s", in.Record)
	}
	switch first, last := found[0], found[len(found)-1]; {
	case in.Files == nil && in.Record == "cgroup_io":
		return call(first, in.File, bytesOf(in.Text))
	case in.Files == nil:
		return call(first, bytesOf(in.Text))
	default:
		texts := map[string][]byte{}
		for _, file := range in.Files {
			texts[file[0]] = bytesOf(file[1])
		}
		gathered := call(last, func(file string) ([]byte, error) {
			if text, ok := texts[file]; ok {
				return text, nil
			}
			return nil, fs.ErrNotExist
		})
		// The same by Read, in the order of the input.
		record := reflect.New(gathered[0].record.Type())
		for _, file := range in.Files {
			reading := record.MethodByName("Read").Interface().(func(string, []byte) error)
			if err := reading(file[0], texts[file[0]]); err != nil {
				results = append(results, result{err: err})
			}
		}
		// Only GatherX leaves out empty files, and a file that comes twice is read twice by Read only.
		if gathered[0].record.Interface() != record.Elem().Interface() {
			t.Errorf("%s: Read gives %+v, and the record of all files is %+v", in.Record, record.Elem(), gathered[0].record)
		}
		return append(results, result{record.Elem(), nil})
	}
}

func compute(t *testing.T, v *vector) (results []result) {
	function := reflect.ValueOf(usages[v.Usage])
	if !function.IsValid() {
		t.Fatalf("there is no usage %s", v.Usage)
	}
	rows := make([][]reflect.Value, len(v.Inputs))
	for i, in := range v.Inputs {
		if in == nil {
			continue
		}
		for _, found := range read(t, in) {
			if found.err == nil {
				rows[i] = append(rows[i], found.record)
			}
		}
	}
	count := 1
	if takes := function.Type().In(0); takes.Kind() != reflect.Slice {
		count = len(rows[len(rows)-1])
		if strings.HasSuffix(v.Usage, "memory_usage") {
			count = len(rows[0])
		}
	}
	for place := range count {
		arguments := make([]reflect.Value, function.Type().NumIn())
		for i := range arguments {
			takes := function.Type().In(i)
			arguments[i] = reflect.Zero(takes)
			switch {
			case takes == reflect.TypeFor[time.Duration]():
				arguments[i] = reflect.ValueOf(time.Duration(v.Elapsed))
			case takes == reflect.TypeFor[Interval]():
				arguments[i] = reflect.ValueOf(Interval{time.Duration(v.Elapsed), v.TicksPerSecond})
			case takes.Kind() == reflect.Slice:
				arguments[i] = reflect.Append(reflect.MakeSlice(takes, 0, len(rows[i])), rows[i]...)
			case takes.Kind() == reflect.Pointer && i < len(rows) && place < len(rows[i]):
				arguments[i] = reflect.New(takes.Elem())
				arguments[i].Elem().Set(rows[i][place])
			}
		}
		returned := function.Call(arguments)
		err, _ := returned[1].Interface().(error)
		results = append(results, result{returned[0], err})
	}
	return results
}

// values are the members as JSON has them, with all digits.
func values(t *testing.T, record reflect.Value) (found map[string]any) {
	text, err := json.Marshal(record.Interface())
	if err != nil {
		t.Fatal(err)
	}
	again := reflect.New(record.Type())
	if err := json.Unmarshal(text, again.Interface()); err != nil {
		t.Errorf("a record is not read again: %v", err)
	}
	// A name that is no UTF-8 is another one afterwards.
	if !strings.Contains(string(text), `\ufffd`) && again.Elem().Interface() != record.Interface() {
		t.Errorf("%s is read again as %+v", text, again.Elem())
	}
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.UseNumber()
	if err := decoder.Decode(&found); err != nil {
		t.Fatal(err)
	}
	return found
}

// isEqual compares a value with the expected one, which is a string if it is a large integer.
func isEqual(got, wanted any) bool {
	number, ok := got.(json.Number)
	if !ok {
		return got == wanted
	}
	if text, isLarge := wanted.(string); isLarge {
		return string(number) == text
	}
	other, _ := wanted.(json.Number)
	one, _ := strconv.ParseFloat(string(number), 64)
	two, err := strconv.ParseFloat(string(other), 64)
	return one == two && err == nil
}

func (e *expected) differences(t *testing.T, got result) (differences []string) {
	if got.err != nil {
		var status Status
		var wrong *ParseError
		offset, file := -1, ""
		if e.Offset != nil {
			offset = *e.Offset
		}
		if e.File != nil {
			file = *e.File
		}
		isWrong := errors.As(got.err, &wrong)
		if !errors.As(got.err, &status) || status.Error() != e.Failure ||
			isWrong && (wrong.Offset != offset || wrong.File != file) || !isWrong && offset >= 0 {
			return []string{fmt.Sprintf("%v, expected %q at %d in %q", got.err, e.Failure, offset, file)}
		}
		return nil
	}
	found := values(t, got.record)
	if len(found) != len(e.Values) {
		differences = append(differences, fmt.Sprintf("%d members, expected %d", len(found), len(e.Values)))
	}
	for name, wanted := range e.Values {
		if !isEqual(found[name], wanted) {
			differences = append(differences, fmt.Sprintf("%s: %v, expected %v", name, found[name], wanted))
		}
	}
	return differences
}

func TestVectors(t *testing.T) {
	file, err := os.Open(os.Getenv("VMMETRICS_VECTORS"))
	if err != nil {
		t.Skip("VMMETRICS_VECTORS names no file")
	}
	defer file.Close()
	lines, compared, seen := bufio.NewScanner(file), 0, map[string]bool{}
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var v vector
		decoder := json.NewDecoder(strings.NewReader(lines.Text()))
		decoder.UseNumber()
		if err := decoder.Decode(&v); err != nil {
			t.Fatal(err)
		}
		of, got := v.Usage, []result(nil)
		if v.Usage == "" {
			of = v.Inputs[0].Record
			got = read(t, v.Inputs[0])
		} else {
			got = compute(t, &v)
		}
		if len(got) != len(v.Expected) {
			t.Errorf("%s, %s: %d results, expected %d", v.Name, of, len(got), len(v.Expected))
			continue
		}
		for i := range got {
			compared++
			seen[of] = seen[of] || got[i].err == nil
			for _, difference := range v.Expected[i].differences(t, got[i]) {
				t.Errorf("%s, %s, result %d: %s", v.Name, of, i, difference)
			}
		}
	}
	for name := range readers {
		if !seen[name] {
			t.Errorf("no vector has a %s", name)
		}
	}
	for name := range usages {
		if !seen[name] {
			t.Errorf("no vector has a %s", name)
		}
	}
	if err := lines.Err(); err != nil || compared == 0 {
		t.Errorf("%d results compared: %v", compared, err)
	}
	fmt.Printf("%d results of the vectors compared\n", compared)
}

// ---- Values ----

func TestValues(t *testing.T) {
	for _, one := range []struct {
		value  interface{ MarshalJSON() ([]byte, error) }
		text   string
		number float64
		ok     bool
	}{
		{Integer{}, `null`, 0, false},
		{IntegerOf(0), `0`, 0, true},
		{IntegerOf(math.MaxUint64 - 2), `18446744073709551613`, math.MaxUint64 - 2, true},
		{IntegerOf(math.MaxUint64 - 1), `null`, 0, false},
		{Limit{}, `null`, 0, false},
		{LimitOf(7), `7`, 7, true},
		{LimitOf(math.MaxUint64 - 1), `null`, 0, false},
		{Unlimited(), `"max"`, 0, false},
		{Real{}, `null`, 0, false},
		{RealOf(math.NaN()), `null`, 0, false},
		{RealOf(0.1), `0.1`, 0.1, true},
		{Name(""), `null`, 0, false},
		{Name("a\xff\x01\""), `"a\ufffd\u0001\""`, 0, true},
		{Microseconds{IntegerOf(5)}, `5`, 5, true},
	} {
		text, err := one.value.MarshalJSON()
		if string(text) != one.text || err != nil {
			t.Errorf("%#v is %s as JSON, expected %s", one.value, text, one.text)
		}
		returned := reflect.ValueOf(one.value).MethodByName("Get").Call(nil)
		number := 0.0
		if returned[0].CanConvert(reflect.TypeFor[float64]()) {
			number = returned[0].Convert(reflect.TypeFor[float64]()).Float()
		}
		if returned[1].Bool() != one.ok || number != one.number {
			t.Errorf("Get of %#v is %v, %v", one.value, returned[0], returned[1])
		}
	}
	if Unlimited().String() != "max" || (Limit{}).String() != "unknown" || RealOf(0.5).String() != "0.5" ||
		(Integer{}).Or(3) != 3 || IntegerOf(2).Or(3) != 2 || (Real{}).Or(3) != 3 || RealOf(2).Or(3) != 2 {
		t.Error("String or Or is wrong")
	}
	for _, text := range []string{`-1`, `"5"`, `18446744073709551616`, `{}`} {
		if json.Unmarshal([]byte(text), new(Limit)) == nil {
			t.Errorf("%s is read as a limit", text)
		}
	}
}

func TestDurations(t *testing.T) {
	longest := uint64(math.MaxInt64)
	for i, one := range []struct {
		got    func() (time.Duration, bool)
		wanted time.Duration
		ok     bool
	}{
		{Nanoseconds{IntegerOf(longest)}.Duration, math.MaxInt64, true},
		{Nanoseconds{IntegerOf(longest + 1)}.Duration, 0, false},
		{Microseconds{IntegerOf(longest / 1000)}.Duration, math.MaxInt64 / 1000 * 1000, true},
		{Microseconds{IntegerOf(longest/1000 + 1)}.Duration, 0, false},
		{Microseconds{}.Duration, 0, false},
		{Milliseconds{IntegerOf(3)}.Duration, 3 * time.Millisecond, true},
		{Seconds{IntegerOf(3)}.Duration, 3 * time.Second, true},
		{LimitMicroseconds{LimitOf(3)}.Duration, 3 * time.Microsecond, true},
		{LimitMicroseconds{Unlimited()}.Duration, 0, false},
		{RealMilliseconds{RealOf(1.5)}.Duration, 1500 * time.Microsecond, true},
		{RealNanoseconds{RealOf(1.5)}.Duration, 2, true},
		{RealNanoseconds{RealOf(1e300)}.Duration, 0, false},
		{RealMilliseconds{}.Duration, 0, false},
		{func() (time.Duration, bool) { return Ticks{IntegerOf(150)}.Duration(100) }, 1500 * time.Millisecond, true},
		{func() (time.Duration, bool) { return Ticks{IntegerOf(1)}.Duration(1024) }, 976562, true},
		{func() (time.Duration, bool) { return Ticks{IntegerOf(1)}.Duration(0) }, 0, false},
		{func() (time.Duration, bool) { return Ticks{IntegerOf(longest)}.Duration(1) }, 0, false},
		{func() (time.Duration, bool) { return Ticks{}.Duration(100) }, 0, false},
	} {
		if got, ok := one.got(); got != one.wanted || ok != one.ok {
			t.Errorf("duration %d: %v, %v, expected %v, %v", i, got, ok, one.wanted, one.ok)
		}
	}
}

// ---- What the vectors do not have ----

func all[T any](t *testing.T, rows iter.Seq2[T, error]) (found []T) {
	for row, err := range rows {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, row)
	}
	return found
}

func TestPieces(t *testing.T) {
	mounts := []byte("22 1 8:1 / / rw - ext4 /dev/sda1 rw\n43 22 0:32 / /mnt/a\\040b rw - cgroup2 none rw,x\n")
	found := all(t, MountRows(mounts))
	if len(found) != 2 || string(found[1].SuperOptions) != "rw,x" || &found[1].MountID[0] != &mounts[36] {
		t.Errorf("mounts: %s", found)
	}
	mount, err := MountOf(mounts, "/mnt/a b/c")
	if err != nil || Unescape(mount.MountPoint) != "/mnt/a b" {
		t.Errorf("the mount is %s, %v", mount, err)
	}
	if _, err := MountOf(nil, "/"); err != ErrEnd {
		t.Errorf("no mount: %v", err)
	}
	for _, path := range []string{"a", "/\x00"} {
		if _, err := MountOf(mounts, path); err != ErrArgument {
			t.Errorf("the path %q: %v", path, err)
		}
	}
	path, err := CgroupPath([]byte("0::/vm/one\n"), mounts, "")
	if err != nil || path != "/mnt/a b/vm/one" {
		t.Errorf("the cgroup is %q, %v", path, err)
	}
	if _, err := CgroupPath(nil, mounts, "\x00"); err != ErrArgument {
		t.Errorf("a controller with NUL: %v", err)
	}
	members := all(t, CgroupMembershipRows([]byte("4:cpu,cpuacct:/a\n")))
	if len(members) != 1 || string(members[0].Controllers) != "cpu,cpuacct" {
		t.Errorf("memberships: %s", members)
	}
	scope := "/machine.slice/machine-qemu.scope"
	if found := CgroupScope(scope+"/libvirt/emulator", nil); found != scope {
		t.Errorf("the scope is %q", found)
	}
	if what, number := DescriptorOf("anon_inode:kvm-vcpu:3"); what != DescriptorKVMVcpu || number.Or(0) != 3 {
		t.Errorf("the descriptor is %d, %v", what, number)
	}
	if what, number := DescriptorOf("/dev/kvm"); what != DescriptorKVM || number != (Integer{}) {
		t.Errorf("the descriptor is %d, %v", what, number)
	}
	var keys []string
	for pair, err := range KeyValueRows([]byte("a 1\nb max\n"), KeyLines) {
		value, wrong := ParseValue(pair.Value, ValueLimit)
		keys = append(keys, fmt.Sprint(string(pair.Key), value, err, wrong))
	}
	if !slices.Equal(keys, []string{"a1 <nil> <nil>", "bmax <nil> <nil>"}) {
		t.Errorf("keys: %q", keys)
	}
	var wrong *ParseError
	if _, err := ParseValue([]byte("12x\n"), ValueNumber); !errors.As(err, &wrong) || wrong.Offset != 2 ||
		wrong.Error() != "malformed value at byte 2" {
		t.Errorf("a wrong value: %v", err)
	}
	if Version() != "1.0.0" {
		t.Errorf("version %s", Version())
	}
}

func TestGrowth(t *testing.T) {
	disks := []byte("8 0 sda 1 0 8 0 2 0 16 0 0 0 0\n8 16 sdb 5 0 8 0 2 0 16 0 0 0 0\n")
	later := []byte("8 0 sda 4 0 8 0 2 0 16 0 0 0 0\n8 16 sdb 9 0 8 0 2 0 16 0 0 0 0\n")
	before, after := all(t, DiskRows(disks)), all(t, DiskRows(later))
	growth, err := Growth(&before[0], &after[0])
	if err != nil || growth.Reads.Or(0) != 3 || growth.Name != "sda" {
		t.Errorf("growth %+v, %v", growth, err)
	}
	if _, err := Growth(nil, &after[0]); err != ErrFirst {
		t.Errorf("growth of a first sample: %v", err)
	}
	sum, err := RowsGrowth(before, after, nil)
	if err != nil || sum.Reads.Or(0) != 7 {
		t.Errorf("growth of all %+v, %v", sum, err)
	}
	if _, err := RowsGrowth(before, after[1:], []byte("Block devices:\n  8 sd\n")); !errors.Is(err, ErrReset) {
		t.Errorf("a row is gone: %v", err)
	}
	if same, ok := Same(&before[0], &after[0]); !same || !ok {
		t.Error("sda is not sda")
	}
	if same, ok := Same(&before[0], &after[1]); same || !ok {
		t.Error("sda is sdb")
	}
	if _, ok := Same(&Stat{}, &Stat{}); ok {
		t.Error("records without identity are the same")
	}
	if growth, err := CounterGrowth(math.MaxUint32, 4, Width32); growth != 5 || err != nil {
		t.Errorf("a counter grows by %d, %v", growth, err)
	}
	if _, err := CounterGrowth(5, 4, Width64); err != ErrReset {
		t.Errorf("a counter falls: %v", err)
	}
	if view, err := NetGuestViewOf(&Net{RxBytes: IntegerOf(5)}); err != nil || view.TxBytes.Or(0) != 5 {
		t.Errorf("the guest's view: %+v, %v", view, err)
	}
	disk := Filesystem{FFrsizeBytes: IntegerOf(4096), FBlocks: IntegerOf(1000), FBfree: IntegerOf(400)}
	usage, err := FilesystemUsageOf(&disk)
	if err != nil || usage.UsedBytes.Or(0) != 600*4096 {
		t.Errorf("a file system: %+v, %v", usage, err)
	}
}

// A name that does not fit, or has a NUL, would be another name in the library.
func TestNames(t *testing.T) {
	for _, name := range []Name{"eth0", "", "sixteen-bytes-xx", "a\x00b"} {
		kept := name
		if len(name) > 15 || strings.ContainsRune(string(name), 0) {
			kept = ""
		}
		view, err := NetGuestViewOf(&Net{Name: name, RxBytes: IntegerOf(1)})
		if err != nil || view.Name != kept {
			t.Errorf("%q comes back as %q, %v", name, view.Name, err)
		}
	}
}

func TestGather(t *testing.T) {
	refused := errors.New("refused")
	cgroup, err := GatherCgroup(func(file string) ([]byte, error) {
		switch file {
		case "memory.max":
			return []byte("max\n"), nil
		case "memory.current":
			return []byte("many\n"), nil
		case "cpu.max":
			return nil, refused
		}
		return nil, fs.ErrNotExist
	})
	var wrong *ParseError
	if !errors.Is(err, refused) || !errors.Is(err, ErrSyntax) || !errors.As(err, &wrong) ||
		wrong.File != "memory.current" || wrong.Offset != 0 {
		t.Errorf("the errors are %v", err)
	}
	if !cgroup.MemoryMaxBytes.IsUnlimited() || cgroup.MemoryCurrentBytes != (Integer{}) {
		t.Errorf("the record is %+v", cgroup)
	}
	if err := cgroup.Read("no.file", []byte("1\n")); !errors.Is(err, ErrArgument) || !cgroup.MemoryMaxBytes.IsUnlimited() {
		t.Errorf("a file that the record does not have: %v", err)
	}
	for _, err := range CgroupIORows("no.file", []byte("8:0 rbytes=1\n")) {
		if !errors.Is(err, ErrArgument) {
			t.Errorf("rows of a file that the record does not have: %v", err)
		}
	}
	if files := slices.Collect(CgroupMemoryFiles()); !slices.Equal(files, []string{"memory.stat"}) {
		t.Errorf("files %q", files)
	}
}

// Calls inside of a loop over rows, a loop that ends early, and a panic in it leave the other rows alone.
func TestRowsAreApart(t *testing.T) {
	text := []byte("cpu0 1 0 0 0\ncpu1 2 0 0 0\ncpu2 3 0 0 0\n")
	next, stop := iter.Pull2(CPURows(text))
	defer stop()
	for range 3 {
		for row, err := range CPURows(text) {
			inner, wrong, _ := next()
			if err != nil || wrong != nil || inner.UserTicks.Or(0) == 0 || row.UserTicks.Or(0) != 1 {
				t.Errorf("rows %+v and %+v", row, inner)
			}
			break
		}
		func() {
			defer func() { _ = recover() }()
			for range CPURows(text) {
				panic("the loop")
			}
		}()
	}
}

func TestLargeText(t *testing.T) {
	text := []byte("MemTotal:       1000 kB\n" + strings.Repeat("Other:          1000 kB\n", 1<<18))
	for range 2 {
		if memory, err := ParseMeminfo(text); err != nil || memory.MemTotalBytes.Or(0) != 1024000 {
			t.Errorf("%v, %v", memory.MemTotalBytes, err)
		}
	}
}

func TestGoroutines(t *testing.T) {
	var group sync.WaitGroup
	for number := range 16 {
		group.Go(func() {
			for round := range 200 {
				wanted := uint64(number*1000 + round)
				text := []byte(fmt.Sprintf("cpu0 %d 0 0 0\n", wanted))
				for row, err := range CPURows(text) {
					if err != nil || row.UserTicks.Or(0) != wanted {
						t.Errorf("goroutine %d reads %v, %v", number, row.UserTicks, err)
					}
				}
				name := fmt.Sprintf("sd%d", wanted)
				for row, err := range DiskRows([]byte("8 0 " + name + " 1 0 8 0 2 0 16 0 0 0 0\n")) {
					if err != nil || string(row.Name) != name {
						t.Errorf("goroutine %d reads %q, %v", number, row.Name, err)
					}
				}
			}
		})
	}
	group.Wait()
}
