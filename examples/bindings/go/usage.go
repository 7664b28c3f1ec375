// SPDX-License-Identifier: MIT

package vmmetrics

import "time"

// Interval is the time between two samples, and the tick rate of their numbers.
type Interval struct {
	// Elapsed is the time between the samples, as a monotonic clock measures it: [time.Since] of the earlier one.
	Elapsed time.Duration
	// TicksPerSecond is 100 on nearly every machine: sysconf(_SC_CLK_TCK). 0 is unknown; then each result that needs
	// the rate is unknown.
	TicksPerSecond uint64
}

// Record is a pointer to a record of type T, such as *[CPU].
type Record[T any] interface {
	*T
	// put puts the record, and gives its address; 0 for nil.
	put(c *instance) uint64
	kind() *kind[T]
}

// Same is whether two records describe the same object, such as the same disk, by their members of kind identity. ok is
// false if no identity is known in both.
func Same[T any, R Record[T]](before, after R) (same, ok bool) {
	c := take()
	defer c.release()
	status := c.status(fnRecordSame, before.put(c), after.put(c))
	return status == 0, status == 0 || status == ErrReset
}

// Growth is the growth of each counter between two samples. All other members are those of the later sample. before is
// nil if there is no earlier sample.
func Growth[T any, R Record[T]](before, after R) (T, error) {
	c := take()
	defer c.release()
	k := after.kind()
	return compute(c, k, c.room(int(k.bytes)), fnRecordGrowth, before.put(c), after.put(c))
}

// RowsGrowth is the growth of the sum of rows between two samples of all rows, such as all disks of a machine. Rows are
// matched by their identity. A row that is new or gone is ErrReset: keep the earlier sample for one more comparison.
// devices is the text of /proc/devices, which tells a disk that lies on others; it may be nil.
func RowsGrowth[T any, R Record[T]](before, after []T, devices []byte) (T, error) {
	c := take()
	defer c.release()
	k := R(nil).kind()
	text := uint32(0)
	if devices != nil {
		text = c.text(devices)
	}
	return compute(c, k, c.room(int(k.bytes)), fnRowsGrowth, uint64(k.id), list[T, R](c, before), list[T, R](c, after),
		uint64(text))
}

// CounterGrowth is the growth of a counter, also of one that no record has.
func CounterGrowth(before, after uint64, width Width) (uint64, error) {
	c := take()
	defer c.release()
	out := c.room(8)
	if status := c.status(fnCounterBetween, before, after, uint64(width), uint64(out)); status != 0 {
		return 0, status
	}
	return c.get64(out), nil
}

// compute calls a function that computes a record at an address, which it takes behind its inputs with the size.
func compute[T any](c *instance, k *kind[T], out uint32, function int, inputs ...uint64) (record T, err error) {
	var arguments [8]uint64
	count := copy(arguments[:], inputs)
	count += copy(arguments[count:], []uint64{uint64(out), uint64(k.bytes)})
	if status := c.status(function, arguments[:count]...); status != 0 {
		return record, status
	}
	return k.load(c, out), nil
}

// list puts rows, and the struct of the library that lists them.
func list[T any, R Record[T]](c *instance, rows []T) uint64 {
	at := c.room(listBytes)
	bytes := R(nil).kind().bytes
	// Each row is put behind the one before, because the size of a record is a multiple of 8.
	c.put32(at, at+listBytes, uint32(len(rows)), bytes, 0)
	for i := range rows {
		R(&rows[i]).put(c)
	}
	return uint64(at)
}

func (i Interval) put(c *instance) uint64 {
	at := c.room(intervalBytes)
	c.put64(at, uint64(i.Elapsed))
	c.put64(at+8, i.TicksPerSecond)
	return uint64(at)
}
