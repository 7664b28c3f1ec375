// SPDX-License-Identifier: MIT

// start prints how many milliseconds of a processor the library takes to compile, or to load from a cache if its
// directory is named, with the start of the program.
package main

import (
	"fmt"
	"os"
	"syscall"

	"example.org/vmmetrics"
)

func main() {
	cache := ""
	if len(os.Args) > 1 {
		cache = os.Args[1]
	}
	var usage syscall.Rusage
	err := vmmetrics.Load(cache)
	vmmetrics.Version()
	if err == nil {
		err = syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%.1f\n", float64(usage.Utime.Nano()+usage.Stime.Nano())/1e6)
}
