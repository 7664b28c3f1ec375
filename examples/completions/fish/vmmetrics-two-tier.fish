# SPDX-License-Identifier: MIT
# fish completion for vmmetrics-two-tier. docs/options.py has made this file of what --help says.
complete -c vmmetrics-two-tier -f
complete -c vmmetrics-two-tier -l guest -r -F -d 'lines of the guest'
complete -c vmmetrics-two-tier -l host -r -F -d 'lines of the host'
complete -c vmmetrics-two-tier -l interface -x -d 'network interface of the guest that is connected to the TAP of the host'
complete -c vmmetrics-two-tier -l disk -x -d 'disk of the guest that corresponds to the block device of the host'
complete -c vmmetrics-two-tier -l memory -x -d 'memory size of the machine'
complete -c vmmetrics-two-tier -l deflate-on-oom -d 'the balloon has this setting'
complete -c vmmetrics-two-tier -l stale -x -d 'maximum age of a guest\'s line when the host\'s line is read'
complete -c vmmetrics-two-tier -l table -d 'a table for human readers instead of JSON'
complete -c vmmetrics-two-tier -s h -l help -d 'print a summary of the options'
complete -c vmmetrics-two-tier -s V -l version -d 'print the version'
