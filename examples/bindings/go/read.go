// SPDX-License-Identifier: MIT

package vmmetrics

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
)

// kind is a type of record: T is its struct.
type kind[T any] struct {
	id, bytes uint32
	// The files that the record is read from, if it has several.
	files []file
	load  func(c *instance, at uint32) T
}

type file struct {
	name string
	id   uint64
}

// fileOf is the number of a file. The library refuses 0, which is that of no file.
func (k *kind[T]) fileOf(name string) uint64 {
	for i := range k.files {
		if k.files[i].name == name {
			return k.files[i].id
		}
	}
	return 0
}

func (k *kind[T]) fileNames() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range k.files {
			if !yield(k.files[i].name) {
				return
			}
		}
	}
}

// parsed is nil, or what is wrong in the text at an address.
func (c *instance) parsed(status Status, file string, text uint32) error {
	if status == 0 {
		return nil
	}
	return &ParseError{Status: status, File: file, Offset: c.wrong(text)}
}

// parse reads a file that is one record.
func parse[T any](k *kind[T], function int, text []byte) (record T, err error) {
	c := take()
	out, at := c.room(int(k.bytes)), c.text(text)
	if err = c.parsed(c.status(function, uint64(at), uint64(out), uint64(k.bytes)), "", at); err == nil {
		record = k.load(c, out)
	}
	c.release()
	return record, err
}

// iterate calls a function that gives the next row of a text, until there is none.
func iterate[T any](text []byte, bytes uint32, next func(c *instance, text, out uint64) Status,
	load func(c *instance, at, text uint32) T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		c := take()
		// The loop may end by a panic of its caller.
		defer c.release()
		out, at := c.room(int(bytes)), c.text(text)
		for {
			var row T
			status := next(c, uint64(at), uint64(out))
			if status == ErrEnd {
				return
			}
			if status == 0 {
				row = load(c, out, at)
			}
			if !yield(row, c.parsed(status, "", at)) {
				return
			}
		}
	}
}

func rows[T any](k *kind[T], function int, text []byte) iter.Seq2[T, error] {
	return iterate(text, k.bytes, func(c *instance, text, out uint64) Status {
		return c.status(function, text, out, uint64(k.bytes))
	}, func(c *instance, at, _ uint32) T { return k.load(c, at) })
}

// rowsOf reads a file that is one of several.
func rowsOf[T any](k *kind[T], function int, file string, text []byte) iter.Seq2[T, error] {
	id := k.fileOf(file)
	return iterate(text, k.bytes, func(c *instance, text, out uint64) Status {
		return c.status(function, text, id, out, uint64(k.bytes))
	}, func(c *instance, at, _ uint32) T { return k.load(c, at) })
}

// readFile reads one of the files of a record into the record at an address.
func readFile[T any](c *instance, k *kind[T], name string, id uint64, text []byte, record uint32) error {
	at := c.text(text)
	return c.parsed(c.status(fnRecordRead, uint64(at), id, uint64(record), uint64(k.bytes)), name, at)
}

// gather reads all files of a record.
func gather[T any](k *kind[T], read func(file string) ([]byte, error)) (T, error) {
	var failures []error
	c := take()
	defer c.release()
	record := c.room(int(k.bytes))
	c.call(fnRecordInit, uint64(k.id), uint64(record), uint64(k.bytes))
	texts := c.top
	for _, file := range k.files {
		text, err := read(file.name)
		if err != nil {
			if !errors.Is(err, fs.ErrNotExist) {
				failures = append(failures, fmt.Errorf("%s: %w", file.name, err))
			}
			continue
		}
		// Some files may be empty.
		if len(text) == 0 {
			continue
		}
		if err := readFile(c, k, file.name, file.id, text, record); err != nil {
			failures = append(failures, err)
		}
		c.top = texts
	}
	return k.load(c, record), errors.Join(failures...)
}

// ---- Pieces of the text ----

// spans is a struct of the library that has only pieces of a text.
type spans struct {
	c        *instance
	at, text uint32
	bytes    []byte
}

// member is the piece with a number; nil if there is none.
func (s spans) member(number uint32) []byte {
	start, length := s.c.get32(s.at+number*8), s.c.get32(s.at+number*8+4)
	if start == 0 {
		return nil
	}
	from := start - s.text - textBytes
	return s.bytes[from : from+length : from+length]
}

func views[T any](text []byte, members int, next func(c *instance, text, out, bytes uint64) Status,
	load func(spans) T) iter.Seq2[T, error] {
	bytes := uint32(members * 8)
	return iterate(text, bytes, func(c *instance, text, out uint64) Status { return next(c, text, out, uint64(bytes)) },
		func(c *instance, at, start uint32) T { return load(spans{c, at, start, text}) })
}

// MountOf finds the mount that holds a path, in the text of /proc/self/mountinfo. The path is absolute and has no
// symbolic link. ErrEnd: no row holds it.
func MountOf(mounts []byte, path string) (mount Mount, err error) {
	c := take()
	defer c.release()
	out, text := c.room(mountMembers*8), c.text(mounts)
	name, ok := c.terminated(path)
	if !ok {
		return mount, ErrArgument
	}
	status := c.status(fnMountOf, uint64(text), uint64(name), uint64(out), mountMembers*8)
	if status == 0 {
		mount = loadMount(spans{c, out, text, mounts})
	}
	return mount, status.asError()
}

// Unescape decodes the octal escapes of a path of /proc/self/mountinfo, such as \040.
func Unescape(path []byte) string {
	c := take()
	defer c.release()
	text, span, buffer := c.text(path), c.room(8), c.room(len(path)+1)
	c.put32(span, text+textBytes, uint32(len(path)))
	if c.status(fnPathUnescape, uint64(span), uint64(buffer), uint64(len(path)+1), 0) != 0 {
		return ""
	}
	return c.untilNUL(buffer)
}

// CgroupPath finds the directory of a process's cgroup for a controller, in the texts of /proc/PID/cgroup and
// /proc/self/mountinfo. The controller "" is the hierarchy of version 2.
func CgroupPath(membership, mounts []byte, controller string) (string, error) {
	c := take()
	defer c.release()
	name, ok := c.terminated(controller)
	if !ok {
		return "", ErrArgument
	}
	// A path is a mount point and a path inside of it, so it is not longer than both texts.
	most := len(membership) + len(mounts) + 1
	first, second, buffer := c.text(membership), c.text(mounts), c.room(most)
	status := c.status(fnCgroupPathOf, uint64(first), uint64(second), uint64(name), uint64(buffer), uint64(most), 0)
	if status != 0 {
		return "", status
	}
	return c.untilNUL(buffer), nil
}

// CgroupScope gives the part of a cgroup's path that is the cgroup of the whole virtual machine: the path without
// libvirt/emulator, for example. kind is the content of cgroup.type; nil if it cannot be read.
func CgroupScope(path string, kind []byte) string {
	c := take()
	defer c.release()
	name, _ := c.terminated(path)
	text := uint32(0)
	if kind != nil {
		text = c.text(kind)
	}
	return path[:min(c.call(fnCgroupScopeOf, uint64(name), uint64(len(path)), uint64(text)), uint64(len(path)))]
}

// DescriptorOf gives what a descriptor of a process is, from the text of its link (os.Readlink of /proc/PID/fd/N), and
// the number of the virtual CPU or of the interface.
func DescriptorOf(link string) (what Descriptor, number Integer) {
	c := take()
	defer c.release()
	text, _ := c.terminated(link)
	out := c.room(8)
	what = Descriptor(uint32(c.call(fnDescriptorOf, uint64(text), uint64(len(link)), uint64(out))))
	return what, Integer{^c.get64(out)}
}

// ParseValue reads a file of one value, or the value of a key.
func ParseValue(text []byte, form ValueForm) (Limit, error) {
	c := take()
	defer c.release()
	out, at := c.room(8), c.text(text)
	if err := c.parsed(c.status(fnValueParse, uint64(at), uint64(form), uint64(out)), "", at); err != nil {
		return Limit{}, err
	}
	return Limit{^c.get64(out)}, nil
}

// Version is the version of the library, such as "1.0.0".
func Version() string {
	c := take()
	defer c.release()
	number := uint32(c.call(fnVersion))
	return fmt.Sprintf("%d.%d.%d", number/10000, number/100%100, number%100)
}
