// SPDX-License-Identifier: MIT

package vmmetrics

import "strconv"

// Status is why there is no result: one of the constants ErrEnd to ErrSpace. It is an error.
type Status int32

// Error says the status in words.
func (s Status) Error() string {
	c := take()
	defer c.release()
	return c.untilNUL(uint32(c.call(fnStatusText, uint64(uint32(s)))))
}

// ParseError is what is wrong in a text.
type ParseError struct {
	// Status is ErrSyntax, ErrTruncated, ErrEmpty, or ErrArgument for a file that the record does not have.
	Status Status
	// File is the name of the file if the record has several; otherwise "".
	File string
	// Offset is where the wrong byte is in the text; -1 if no single byte is wrong.
	Offset int
}

func (e *ParseError) Error() string {
	text := e.Status.Error()
	if e.File != "" {
		text = e.File + ": " + text
	}
	if e.Offset >= 0 {
		text += " at byte " + strconv.Itoa(e.Offset)
	}
	return text
}

// Unwrap gives the status, for errors.Is.
func (e *ParseError) Unwrap() error { return e.Status }

// asError is nil for a call that succeeded.
func (s Status) asError() error {
	if s == 0 {
		return nil
	}
	return s
}
