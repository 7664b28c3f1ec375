// SPDX-License-Identifier: MIT

// start prints how many milliseconds the library takes to compile, and with a cache if its directory is named.
package main

import (
	"fmt"
	"os"
	"time"

	"example.org/vmmetrics"
)

func main() {
	began, cache := time.Now(), ""
	if len(os.Args) > 1 {
		cache = os.Args[1]
	}
	if err := vmmetrics.Load(cache); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	vmmetrics.Version()
	fmt.Printf("%.1f\n", float64(time.Since(began).Microseconds())/1000)
}
