# SPDX-License-Identifier: MIT
# fish completion for vmmetrics-parse. docs/options.py has made this file of what --help says.
complete -c vmmetrics-parse -f
complete -c vmmetrics-parse -n '__fish_is_first_token' -a "(vmmetrics-parse --list | awk '!/^--/ { print \$1 }')"
complete -c vmmetrics-parse -n 'not __fish_is_first_token' -F
complete -c vmmetrics-parse -s l -l list -d 'list the formats and usages, each with a short description'
complete -c vmmetrics-parse -s u -l usage -x -a "(vmmetrics-parse --list | awk '/^--usage/ { print \$2 }')" -d 'compute a usage from one file or directory, or from two samples of it'
complete -c vmmetrics-parse -s e -l elapsed -x -d 'the time between the two samples, such as 1 or 0.25'
complete -c vmmetrics-parse -l max-bytes -x -d 'read no file of more than N bytes'
complete -c vmmetrics-parse -s h -l help -d 'print a summary of the options'
complete -c vmmetrics-parse -s V -l version -d 'print the version'
