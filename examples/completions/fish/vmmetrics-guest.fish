# SPDX-License-Identifier: MIT
# fish completion for vmmetrics-guest. docs/options.py has made this file of what --help says.
complete -c vmmetrics-guest -f
complete -c vmmetrics-guest -s i -l interval -x -d 'print a line every so many seconds, without end'
complete -c vmmetrics-guest -s n -l count -x -d 'end after N lines, 0 means no end'
complete -c vmmetrics-guest -l path -x -a '(__fish_complete_directories)' -d 'the file system that contains DIR instead of /, below the DIR of --root'
complete -c vmmetrics-guest -l cgroup -x -d 'add "cgroups"'
complete -c vmmetrics-guest -l per-cpu -d 'add "cpus"'
complete -c vmmetrics-guest -l format -x -a 'json vm0 e2b cloudwatch otel prometheus' -d 'the names, units and definitions of a collector instead of this program\'s own'
complete -c vmmetrics-guest -l interrupts -d 'add the interrupts of each CPU to prometheus'
complete -c vmmetrics-guest -l full -d 'add "boot_id", and "records"'
complete -c vmmetrics-guest -l records -x -d 'add only these records, or members of records, such as system,cpu_usage or net_usage.rx_bytes_per_second'
complete -c vmmetrics-guest -l no-wait -d 'print the first line at once, with CPU and rates null, instead of measuring for 100 ms first'
complete -c vmmetrics-guest -l output -r -F -d 'write each sample to FILE instead of standard output'
complete -c vmmetrics-guest -l root -x -a '(__fish_complete_directories)' -d 'read the machine whose / is DIR'
complete -c vmmetrics-guest -l proc -x -a '(__fish_complete_directories)' -d 'read DIR instead of /proc, such as /host/proc in a container'
complete -c vmmetrics-guest -l sys -x -a '(__fish_complete_directories)' -d 'read DIR instead of /sys'
complete -c vmmetrics-guest -s h -l help -d 'print a summary of the options'
complete -c vmmetrics-guest -s V -l version -d 'print the version'
