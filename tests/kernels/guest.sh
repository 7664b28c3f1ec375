# SPDX-License-Identifier: MIT
# What a virtual machine does for tests/kernels/run. It makes load, copies the kernel's files, lets the programs read
# the files and the copies, and prints all of it as an archive:
#
#   1, 2          copies of the files, with their paths, before and after the live readings
#   live, copied  vmmetrics-parse on the files, and on the copies in 2: N.words has the arguments, N what it printed
#   full, full-2  vmmetrics-guest --full on the files, and on the copies in 2
#   quiet/N/a, b  copies before and after busybox's tools ran while the load stood still, and what these printed
#   notes         what this kernel does not have
out=/out cgroups=/sys/fs/cgroup
box=$cgroups/box
inner=$box/inner small=$box/small
mkdir -p $out/live $out/copied
PATH=$PATH:/work

# What a machine that hangs did last, on its console: 3 is the level of errors, which are always shown there.
step() { echo "<3>guest.sh: $*" >/dev/kmsg; }
note() { echo "$*" >>$out/notes; }
write() { # value, file
    { echo "$1" >"$2"; } 2>/dev/null || note "cannot write $1 to $2"
}
copy() { # folder, directory, names; one process for all of them, since each process takes its time under emulation
    to=$1$2 from=$2 && shift 2
    [ -d $from ] && mkdir -p $to && (cd $from && cp $* $to/) 2>/dev/null
}
copy_all() { # folder
    copy $1 /proc meminfo vmstat stat loadavg uptime diskstats zoneinfo partitions swaps softirqs
    copy $1 /proc/pressure '*'
    copy $1 /proc/net dev snmp snmp6 netstat sockstat sockstat6 softnet_stat tcp tcp6 udp udp6
    for process in $processes; do
        copy $1 $process stat status statm io schedstat sched smaps_rollup limits cgroup mountinfo comm cmdline
    done
    for directory in $cgroups $box $inner $small /sys/block/vda /sys/block/vdb /sys/class/net/eth0 /sys/class/net/lo \
        /sys/class/net/eth0/statistics /sys/class/net/lo/statistics; do
        copy $1 $directory '*'
    done
    # These can only be written, and some files of an interface cannot be read in each state.
    rm -f $1$cgroups/*.kill $1$box/*.kill $1$box/*/*.kill $1$cgroups/*.reclaim $1$box/*.reclaim $1$box/*/*.reclaim
    find $1/sys/class -type f -size 0 -exec rm {} +
}
parse() { # where, words...
    where=$1 number=$((number + 1)) && shift
    echo "$*" >$out/$where/$number.words
    vmmetrics-parse "$@" >$out/$where/$number 2>$out/$where/$number.messages
}
parse_all() { # where, folder
    number=0
    for format in cpu stat; do parse $1 $format $2/proc/stat; done
    for file in meminfo vmstat; do
        # A file may be read into more than one record.
        for format in $(vmmetrics-parse --list | sed -n "s|^ *\([a-z_]*\) .*/proc/$file\b.*|\1|p"); do
            parse $1 $format $2/proc/$file
        done
    done
    for file in $2/proc/pressure/* $2$cgroups/*.pressure $2$box/*.pressure $2$inner/*.pressure; do
        case $file in */cgroup.pressure) ;; *) [ ! -e "$file" ] || parse $1 pressure "$file" ;; esac
    done
    parse $1 system $2/proc
    parse $1 disk $2/proc/diskstats
    for disk in vda vdb; do parse $1 disk $2/sys/block/$disk; done
    parse $1 net $2/proc/net/dev
    for name in eth0 lo; do parse $1 net $2/sys/class/net/$name; done
    for name in tcp tcp6 udp udp6; do parse $1 socket $2/proc/net/$name; done
    for process in $processes; do
        parse $1 process $2$process
        parse $1 cgroup_membership $2$process/cgroup
        parse $1 mount $2$process/mountinfo
    done
    for directory in $cgroups $box $inner $small; do
        parse $1 cgroup $2$directory
        parse $1 cgroup_memory $2$directory
        for name in io.stat io.max; do [ ! -e $2$directory/$name ] || parse $1 cgroup_io $2$directory/$name; done
    done
    for file in memory.stat cpu.stat hugetlb.*.numa_stat misc.capacity; do
        for file in $2$inner/$file; do [ ! -e $file ] || parse $1 key $file; done
    done
}

step "limits"
# All controllers, for a cgroup with limits.
for directory in $cgroups $box; do
    mkdir -p $box
    for name in $(cat $directory/cgroup.controllers); do write +$name $directory/cgroup.subtree_control; done
done
mkdir $inner $small
write "50000 100000" $inner/cpu.max
write 1000 $box/cpu.weight
write 64M $inner/memory.high
write 96M $inner/memory.max
write 64M $inner/memory.swap.max
write 100 $inner/pids.max
write 0 $inner/cpuset.cpus
write 0 $inner/cpuset.mems
write "$(cat /sys/block/vdb/dev) wbps=100000000 riops=10000" $inner/io.max

# What makes the kernel print more.
ifconfig lo 127.0.0.1 up
ifconfig eth0 10.0.2.15 netmask 255.255.255.0 up || note "no eth0"
mkswap /dev/vda >/dev/null && swapon /dev/vda || note "no swap"
mkdir /disk && mke2fs /dev/vdb >/dev/null 2>&1 && mount -t ext4 /dev/vdb /disk 2>/dev/null || note "no ext4 on vdb"
[ ! -d /sys/module/zswap ] || write Y /sys/module/zswap/parameters/enabled
write always /sys/kernel/mm/transparent_hugepage/enabled
write 1 /sys/kernel/mm/ksm/run
write 1 /proc/sys/kernel/sched_schedstats
[ ! -e /proc/sys/kernel/numa_balancing ] || write 1 /proc/sys/kernel/numa_balancing
size=$(sed -n 's/^Hugepagesize: *\([0-9]*\) kB/\1/p' /proc/meminfo)
if [ "${size:-999999}" -le 32768 ]; then
    write $((65536 / size)) /proc/sys/vm/nr_hugepages
    mkdir /huge && mount -t hugetlbfs none /huge || note "no hugetlbfs"
fi

step "load"
# Load: a process in the cgroup that uses CPU, one that writes, one that has memory and huge pages, and one outside.
begin() { # what to run
    sh -c "echo 0 >$inner/cgroup.procs; $1" >/dev/null 2>&1 &
    processes="$processes /proc/$!"
}
processes=/proc/1
begin "while :; do :; done"
begin "while sleep 0.1; do dd if=/dev/zero of=/disk/file bs=64k count=8 conv=fsync; dd if=/disk/file of=/tmp/file; done"
# The pipe takes little, so dd keeps what it read.
begin "fallocate -l ${size:-0}k /huge/file; dd if=/dev/urandom bs=16M | sleep 1000"
dd if=/dev/zero bs=24M 2>/dev/null | sleep 1000 &
processes="$processes /proc/$!"
(while :; do nc -l -p 7777 </dev/null >/dev/null; done) 2>/dev/null &
sleep 1
for i in 1 2 3; do echo hello | timeout 2 nc 127.0.0.1 7777 >/dev/null 2>&1; done
ping -c 2 10.0.2.2 >/dev/null || note "no answer by eth0"
sleep 2
# The kernel kills what needs more memory than its cgroup may have.
write 8M $small/memory.max
write 0 $small/memory.swap.max
sh -c "echo 0 >$small/cgroup.procs; dd if=/dev/zero of=/dev/null bs=32M count=1" >/dev/null 2>&1
step "reclaim"
write 4M $inner/memory.reclaim
write 8M $box/memory.reclaim

step "copies"
copy_all $out/1
step "live readings"
parse_all live ""
parse live filesystem /
vmmetrics-guest --full --count 1 --path /disk >$out/full 2>>$out/notes
step "more copies"
copy_all $out/2

step "busybox's tools"
# Busybox's tools, while the cgroup is frozen.
write 1 $inner/cgroup.freeze
for i in 1 2 3; do
    quiet=$out/quiet/$i
    sleep 1
    quiet_copies() { # folder
        copy $1 /proc meminfo loadavg uptime stat
        copy $1 /proc/net dev
        for process in $processes; do copy $1 $process stat status comm; done
    }
    quiet_copies $quiet/a
    free >$quiet/free
    free -b >$quiet/free-b
    uptime >$quiet/uptime
    ifconfig -a >$quiet/ifconfig
    nproc >$quiet/nproc
    ps -o pid,ppid,nice,rss,vsz,stat,comm >$quiet/ps
    df -k / /disk >$quiet/df
    stat -f / /disk >$quiet/stat-f
    for path in / /disk; do vmmetrics-parse filesystem $path; done >$quiet/filesystem
    quiet_copies $quiet/b
done

step "readings of copies"
cd $out
parse_all copied $out/2
mkdir quiet/parsed
for copy in quiet/*/[ab]; do
    parse quiet/parsed meminfo $out/$copy/proc/meminfo
    parse quiet/parsed cpu $out/$copy/proc/stat
    parse quiet/parsed system $out/$copy/proc
    parse quiet/parsed net $out/$copy/proc/net/dev
    for process in $processes; do parse quiet/parsed process $out/$copy$process; done
done
vmmetrics-guest --full --no-wait --count 1 --root $out/2 >$out/full-2 2>>$out/notes
uname -a >uname
dmesg >dmesg
tar c .
