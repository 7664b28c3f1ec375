// SPDX-License-Identifier: MIT

package vmmetrics

import (
	"encoding/json"
	"fmt"
	"math"
	"math/bits"
	"strconv"
	"time"
)

// The library's values for unknown and for no limit are the two largest numbers. Members hold the number with all bits
// inverted, so that the zero value of Go is unknown.
const (
	unknown   = math.MaxUint64
	unlimited = math.MaxUint64 - 1
)

// Integer is an unsigned integer, or unknown. The zero value is unknown.
type Integer struct{ inverted uint64 }

// Limit is an upper bound: a number, no limit, or unknown. The zero value is unknown.
type Limit struct{ inverted uint64 }

// Real is a floating-point number, or unknown. The zero value is unknown.
type Real struct{ inverted uint64 }

// Name is the name of a device or process, as bytes that need not be UTF-8. The zero value "" is unknown.
type Name string

// IntegerOf is a known number, for a record that the caller fills. A number above 2^64 - 3 is unknown.
func IntegerOf(number uint64) Integer {
	if number >= unlimited {
		return Integer{}
	}
	return Integer{^number}
}

// LimitOf is a known limit. A number above 2^64 - 3 is unknown.
func LimitOf(number uint64) Limit { return Limit(IntegerOf(number)) }

// Unlimited is no limit.
func Unlimited() Limit { return Limit{^uint64(unlimited)} }

// RealOf is a known number. NaN is unknown.
func RealOf(number float64) Real { return Real{^math.Float64bits(number)} }

// Get gives the number, and whether it is known.
func (i Integer) Get() (number uint64, ok bool) {
	if i.inverted == 0 {
		return 0, false
	}
	return ^i.inverted, true
}

// Get gives the number. ok is false if the limit is unknown, and also if there is no limit.
func (l Limit) Get() (number uint64, ok bool) {
	if l.inverted <= ^uint64(unlimited) {
		return 0, false
	}
	return ^l.inverted, true
}

// IsUnlimited is true if it is known that there is no limit.
func (l Limit) IsUnlimited() bool { return l == Unlimited() }

// Get gives the number, and whether it is known.
func (r Real) Get() (number float64, ok bool) {
	number = math.Float64frombits(^r.inverted)
	if math.IsNaN(number) {
		return 0, false
	}
	return number, true
}

// Get gives the name, and whether it is known.
func (n Name) Get() (name string, ok bool) { return string(n), n != "" }

// Or gives the number, or another one if it is unknown.
func (i Integer) Or(other uint64) uint64 {
	if number, ok := i.Get(); ok {
		return number
	}
	return other
}

// Or gives the number, or another one if it is unknown.
func (r Real) Or(other float64) float64 {
	if number, ok := r.Get(); ok {
		return number
	}
	return other
}

const unknownText = "unknown"

func (i Integer) String() string {
	if number, ok := i.Get(); ok {
		return strconv.FormatUint(number, 10)
	}
	return unknownText
}

func (l Limit) String() string {
	if l.IsUnlimited() {
		return "max"
	}
	return Integer(l).String()
}

func (r Real) String() string {
	if number, ok := r.Get(); ok {
		return strconv.FormatFloat(number, 'g', -1, 64)
	}
	return unknownText
}

// A member that is a time is a number of its unit, and its Duration is the same as a time.Duration. ok is false if the
// time is unknown, and also if it is longer than the 292 years that a time.Duration can hold: the CPU time of a large
// machine since its start may be.
type (
	// Nanoseconds is a time.
	Nanoseconds struct{ Integer }
	// Microseconds is a time.
	Microseconds struct{ Integer }
	// Milliseconds is a time.
	Milliseconds struct{ Integer }
	// Seconds is a time; a point in time is the time since 1970.
	Seconds struct{ Integer }
	// Ticks is a time in clock ticks, of which nearly every machine has 100 in a second (sysconf(_SC_CLK_TCK)).
	Ticks struct{ Integer }
	// LimitMicroseconds is an upper bound of a time.
	LimitMicroseconds struct{ Limit }
	// RealNanoseconds is a mean of times.
	RealNanoseconds struct{ Real }
	// RealMilliseconds is a mean of times.
	RealMilliseconds struct{ Real }
)

// Duration is the time.
func (n Nanoseconds) Duration() (d time.Duration, ok bool) { return n.times(time.Nanosecond) }

// Duration is the time.
func (m Microseconds) Duration() (d time.Duration, ok bool) { return m.times(time.Microsecond) }

// Duration is the time.
func (m Milliseconds) Duration() (d time.Duration, ok bool) { return m.times(time.Millisecond) }

// Duration is the time.
func (s Seconds) Duration() (d time.Duration, ok bool) { return s.times(time.Second) }

// Duration is the time, rounded down to nanoseconds. A rate of 0 gives an unknown time.
func (t Ticks) Duration(ticksPerSecond uint64) (d time.Duration, ok bool) {
	number, ok := t.Get()
	high, low := bits.Mul64(number, uint64(time.Second))
	if !ok || high >= ticksPerSecond {
		return 0, false
	}
	nanoseconds, _ := bits.Div64(high, low, ticksPerSecond)
	return IntegerOf(nanoseconds).times(time.Nanosecond)
}

// Duration is the time. ok is false also if there is no limit.
func (l LimitMicroseconds) Duration() (d time.Duration, ok bool) {
	number, ok := l.Get()
	if !ok {
		return 0, false
	}
	return IntegerOf(number).times(time.Microsecond)
}

// Duration is the time, rounded to nanoseconds.
func (n RealNanoseconds) Duration() (d time.Duration, ok bool) { return n.times(time.Nanosecond) }

// Duration is the time, rounded to nanoseconds.
func (m RealMilliseconds) Duration() (d time.Duration, ok bool) { return m.times(time.Millisecond) }

func (i Integer) times(unit time.Duration) (time.Duration, bool) {
	number, ok := i.Get()
	if !ok || number > uint64(math.MaxInt64/unit) {
		return 0, false
	}
	return time.Duration(number) * unit, true
}

func (r Real) times(unit time.Duration) (time.Duration, bool) {
	number, ok := r.Get()
	nanoseconds := math.Round(number * float64(unit))
	if !ok || math.Abs(nanoseconds) >= math.MaxInt64 {
		return 0, false
	}
	return time.Duration(nanoseconds), true
}

// ---- JSON ----

const null = "null"

// MarshalJSON writes the number; unknown is null.
func (i Integer) MarshalJSON() ([]byte, error) {
	if i == (Integer{}) {
		return []byte(null), nil
	}
	return []byte(i.String()), nil
}

// MarshalJSON writes the number; unknown is null, and no limit is "max".
func (l Limit) MarshalJSON() ([]byte, error) {
	if l.IsUnlimited() {
		return []byte(`"max"`), nil
	}
	return Integer(l).MarshalJSON()
}

// MarshalJSON writes the number; unknown is null.
func (r Real) MarshalJSON() ([]byte, error) {
	if number, ok := r.Get(); ok {
		return json.Marshal(number)
	}
	return []byte(null), nil
}

// MarshalJSON writes the name, with U+FFFD for each byte that is no UTF-8; unknown is null.
func (n Name) MarshalJSON() ([]byte, error) {
	if n == "" {
		return []byte(null), nil
	}
	return json.Marshal(string(n))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (i *Integer) UnmarshalJSON(text []byte) error {
	if string(text) == null {
		*i = Integer{}
		return nil
	}
	number, err := strconv.ParseUint(string(text), 10, 64)
	if err != nil {
		return fmt.Errorf("vmmetrics: an integer is %.40s", text)
	}
	*i = IntegerOf(number)
	return nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (l *Limit) UnmarshalJSON(text []byte) error {
	if string(text) == `"max"` {
		*l = Unlimited()
		return nil
	}
	return (*Integer)(l).UnmarshalJSON(text)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *Real) UnmarshalJSON(text []byte) error {
	if string(text) == null {
		*r = Real{}
		return nil
	}
	number, err := strconv.ParseFloat(string(text), 64)
	if err != nil {
		return fmt.Errorf("vmmetrics: a number is %.40s", text)
	}
	*r = RealOf(number)
	return nil
}
