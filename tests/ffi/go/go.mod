module vmmetrics/tests/ffi/go

go 1.26.0

require (
	example.org/vmmetrics v1.0.0
	github.com/prometheus/procfs v0.23.0
)

require (
	github.com/tetratelabs/wazero v1.12.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
)
