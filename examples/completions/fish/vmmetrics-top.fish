# SPDX-License-Identifier: MIT
# fish completion for vmmetrics-top. docs/options.py has made this file of what --help says.
complete -c vmmetrics-top -f
complete -c vmmetrics-top -l once -d 'measure one interval, print one page and end'
complete -c vmmetrics-top -l width -x -d 'width of the page of --once'
complete -c vmmetrics-top -s i -l interval -x -d 'time between two samples, such as 0.5'
complete -c vmmetrics-top -l sort -x -a 'cpu memory network disk pressure overhead wait throttled name' -d 'the number that the rows are sorted by, or the name'
complete -c vmmetrics-top -l pid -x -a '(__fish_complete_pids)' -d 'the machine of this process, instead of all processes that hold a machine of KVM or have a monitor\'s name'
complete -c vmmetrics-top -l balloon -r -F -d 'path of the files with the hypervisors\' answers about balloons'
complete -c vmmetrics-top -l hypervisor -r -F -d 'path of the files with the hypervisors\' answers about the machines, which say how many virtual CPUs there are'
complete -c vmmetrics-top -l guest -d 'only this machine itself, as inside a guest'
complete -c vmmetrics-top -l ascii -d 'bars and histories of ASCII characters only'
complete -c vmmetrics-top -l root -x -a '(__fish_complete_directories)' -d 'read the machine whose / is DIR'
complete -c vmmetrics-top -l proc -x -a '(__fish_complete_directories)' -d 'read DIR instead of /proc, such as /host/proc in a container'
complete -c vmmetrics-top -l sys -x -a '(__fish_complete_directories)' -d 'read DIR instead of /sys'
complete -c vmmetrics-top -s h -l help -d 'print a summary of the options'
complete -c vmmetrics-top -s V -l version -d 'print the version'
