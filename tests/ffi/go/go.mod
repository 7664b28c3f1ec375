module vmmetrics/tests/ffi/go

go 1.25.0

require (
	example.org/vmmetrics v1.0.0
	github.com/prometheus/procfs v0.21.1
)
