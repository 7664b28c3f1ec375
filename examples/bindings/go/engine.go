// SPDX-License-Identifier: MIT

package vmmetrics

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

//go:embed vmmetrics.wasm
var module []byte

const (
	pageBytes = 65536
	// Pages of memory that an instance may have: 2 GiB, so that no address is negative as a 32-bit number.
	mostPages = 32768
	// An instance with more memory than this has read an unusually large text. It is not kept, because its memory
	// cannot shrink.
	keptBytes = 1 << 20
	// Names that an instance keeps.
	mostNames = 1024
	// Bytes of struct vmm_text, of structs that list rows, and of struct vmm_interval.
	textBytes     = 16
	listBytes     = 16
	intervalBytes = 16
)

// compiled is the library as wazero has compiled it.
type compiled struct {
	runtime wazero.Runtime
	module  wazero.CompiledModule
}

var library struct {
	once sync.Once
	compiled
	// The processors that Go uses, of which each can keep an instance.
	processors int
}

// Load compiles the library, which otherwise the first call does. A cache is a directory in which the compiled library
// is kept, so that the next start is faster: only the user of the program should be able to write there. "" is no cache.
// A damaged cache is not used. If the library is compiled already, Load does nothing.
//
// The library is compiled to machine code on amd64 and arm64. On other machines, and where the system allows a program
// no new machine code (MemoryDenyWriteExecute of systemd), it is interpreted, which takes 50 to 100 times as long.
func Load(cache string) error {
	var kept wazero.CompilationCache
	if cache != "" {
		var err error
		if kept, err = wazero.NewCompilationCacheWithDir(cache); err != nil {
			return fmt.Errorf("vmmetrics: the cache: %w", err)
		}
	}
	library.once.Do(func() {
		library.compiled = compile(kept)
		library.processors = runtime.GOMAXPROCS(0)
	})
	return nil
}

// compile tries one way after another. The cache may be nil.
func compile(cache wazero.CompilationCache) compiled {
	ways := []wazero.RuntimeConfig{wazero.NewRuntimeConfig(), wazero.NewRuntimeConfigInterpreter()}
	if cache != nil {
		ways = slices.Insert(ways, 0, wazero.NewRuntimeConfig().WithCompilationCache(cache))
	}
	var failures []error
	for _, config := range ways {
		// Messages have no stack of the library, so it needs no names of functions.
		made := wazero.NewRuntimeWithConfig(context.Background(),
			config.WithDebugInfoEnabled(false).WithMemoryLimitPages(mostPages))
		ready, err := made.CompileModule(context.Background(), module)
		if err == nil {
			return compiled{made, ready}
		}
		failures = append(failures, err, made.Close(context.Background()))
	}
	panic(fmt.Sprintf("vmmetrics: the library does not compile: %v", errors.Join(failures...)))
}

// instance is the library with a memory of its own. The library keeps no state, so the memory from base on belongs to
// this package: a call puts texts and records from top on, and forgets them when it ends.
type instance struct {
	module    api.Module
	functions [len(functionNames)]api.Function
	memory    []byte
	base, top uint32
	stack     [8]uint64
	// Names of devices come again in each sample, and need no new string each time.
	names map[string]Name
}

var idle struct {
	sync.Mutex
	instances []*instance
}

// take gives an instance that no other call uses.
func take() *instance {
	idle.Lock()
	if last := len(idle.instances) - 1; last >= 0 {
		c := idle.instances[last]
		idle.instances = idle.instances[:last]
		idle.Unlock()
		return c
	}
	idle.Unlock()
	return newInstance()
}

func newInstance() *instance {
	_ = Load("")
	made, err := library.runtime.InstantiateModule(context.Background(), library.module,
		wazero.NewModuleConfig().WithName(""))
	if err != nil {
		panic(fmt.Sprintf("vmmetrics: no instance of the library: %v", err))
	}
	base := (uint32(made.ExportedGlobal("__heap_base").Get()) + 7) &^ 7
	c := &instance{module: made, base: base, top: base, names: map[string]Name{}}
	c.look()
	return c
}

// release gives the instance back.
func (c *instance) release() {
	c.top = c.base
	if len(c.memory) <= keptBytes {
		idle.Lock()
		if len(idle.instances) < library.processors {
			idle.instances = append(idle.instances, c)
			c = nil
		}
		idle.Unlock()
	}
	if c != nil {
		_ = c.module.Close(context.Background())
	}
}

// look takes the memory as it is now; it moves when it grows.
func (c *instance) look() {
	c.memory, _ = c.module.Memory().Read(0, c.module.Memory().Size())
}

// room gives the address of so many bytes, which is a multiple of 8.
func (c *instance) room(size int) uint32 {
	at, end := c.top, uint64(c.top)+(uint64(size)+7)&^7
	if end > uint64(len(c.memory)) {
		// By a quarter at least, so that texts that get longer and longer do not grow it each time.
		missing := max(end-uint64(len(c.memory)), uint64(len(c.memory))/4)
		pages := (missing + pageBytes - 1) / pageBytes
		if pages > mostPages {
			panic(bytes.ErrTooLarge)
		}
		if _, ok := c.module.Memory().Grow(uint32(pages)); !ok {
			panic(bytes.ErrTooLarge)
		}
		c.look()
	}
	c.top = uint32(end)
	return at
}

func (c *instance) get32(at uint32) uint32 { return binary.LittleEndian.Uint32(c.memory[at:]) }

func (c *instance) get64(at uint32) uint64 { return binary.LittleEndian.Uint64(c.memory[at:]) }

func (c *instance) put32(at uint32, values ...uint32) {
	for i, value := range values {
		binary.LittleEndian.PutUint32(c.memory[at+uint32(i)*4:], value)
	}
}

func (c *instance) put64(at uint32, value uint64) {
	binary.LittleEndian.PutUint64(c.memory[at:], value)
}

// text puts a text and its struct vmm_text.
func (c *instance) text(text []byte) uint32 {
	at := c.room(textBytes + len(text))
	start := at + textBytes
	copy(c.memory[start:], text)
	c.put32(at, start, start+uint32(len(text)), 0)
	return at
}

// wrong is the offset of the wrong byte in the text at an address; -1 if there is none.
func (c *instance) wrong(text uint32) int {
	if at := c.get32(text + 8); at != 0 {
		return int(at - text - textBytes)
	}
	return -1
}

// terminated puts a text with a NUL behind it; ok is false if the text has one itself.
func (c *instance) terminated(text string) (at uint32, ok bool) {
	at = c.room(len(text) + 1)
	copy(c.memory[at:], text)
	c.memory[at+uint32(len(text))] = 0
	return at, strings.IndexByte(text, 0) < 0
}

func (c *instance) untilNUL(at uint32) string {
	text := c.memory[at:]
	return string(text[:max(bytes.IndexByte(text, 0), 0)])
}

// name gives the name in a char array.
func (c *instance) name(room []byte) Name {
	if end := bytes.IndexByte(room, 0); end >= 0 {
		room = room[:end]
	}
	if name, ok := c.names[string(room)]; ok || len(room) == 0 {
		return name
	}
	if len(c.names) == mostNames {
		clear(c.names)
	}
	name := Name(room)
	c.names[string(name)] = name
	return name
}

// putName fills a char array. A name that does not fit is unknown: a part of it would be another name.
func putName(room []byte, name Name) {
	clear(room)
	if len(name) < len(room) && strings.IndexByte(string(name), 0) < 0 {
		copy(room, name)
	}
}

// call calls a function of the library.
func (c *instance) call(function int, arguments ...uint64) uint64 {
	called := c.functions[function]
	if called == nil {
		called = c.module.ExportedFunction(functionNames[function])
		c.functions[function] = called
	}
	copy(c.stack[:], arguments)
	if err := called.CallWithStack(context.Background(), c.stack[:]); err != nil {
		panic(fmt.Sprintf("vmmetrics: %s: %v", functionNames[function], err))
	}
	return c.stack[0]
}

// status calls a function that returns a status.
func (c *instance) status(function int, arguments ...uint64) Status {
	return Status(int32(uint32(c.call(function, arguments...))))
}
