// SPDX-License-Identifier: MIT
//! What the binding adds to the library: unknown values, limits, failures with offsets, rows, lifetimes, threads.

use std::time::Duration;
use vmmetrics::*;

#[test]
fn a_new_record_is_unknown_in_every_member() {
    fn check<T: Record>() {
        let record = T::default();
        assert!(members::<T>().all(|member| member.of(&record) == Value::Unknown), "{}", T::NAME);
    }
    check::<Cpu>();
    check::<CpuUsage>();
    check::<Net>();
    check::<Cgroup>();
    check::<HypervisorDevice>();
}

#[test]
fn a_limit_is_a_number_or_none() {
    let mut cgroup = Cgroup::default();
    cgroup.read(Cgroup::MEMORY_MAX, b"max\n").unwrap();
    cgroup.read(Cgroup::PIDS_MAX, b"12\n").unwrap();
    assert_eq!(cgroup.memory_max_bytes.get(), Some(Bound::Unlimited));
    assert_eq!(cgroup.pids_max.get(), Some(Bound::At(12)));
    assert_eq!(cgroup.memory_high_bytes.get(), None);
    assert!(Bound::At(u64::MAX) < Bound::Unlimited);
}

#[test]
fn rows_continue_after_a_malformed_one() {
    let rows: Vec<_> = Cpu::rows(b"cpu  1 2 3 4\ncpu0 1 x 3 4\ncpu7 5 6 7 8\nintr 1\n").collect();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0].as_ref().unwrap().id.get(), None);
    assert_eq!(*rows[1].as_ref().err().unwrap(), Failure { status: Status::SYNTAX, at: Some(20) });
    assert_eq!(rows[2].as_ref().unwrap().id.get(), Some(7));
}

#[test]
fn a_cut_text_says_so() {
    let text = b"MemTotal:       1000 kB\nMemFree:        12";
    let failure = Meminfo::parse(text).err().unwrap();
    assert_eq!(failure, Failure { status: Status::TRUNCATED, at: Some(text.len()) });
    assert_eq!(Meminfo::parse(b"").err().unwrap(), Failure { status: Status::EMPTY, at: None });
    assert!(!failure.to_string().is_empty() && !failure.status.is_no_error());
}

#[test]
fn names_need_not_be_words() {
    let net = Net::rows(b"veth\xff: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n").last().unwrap().unwrap();
    assert_eq!(net.name.get(), Some(&b"veth\xff"[..]));
    assert_eq!(net.rx_bytes.get(), Some(1));
}

#[test]
fn an_interface_with_another_index_is_another_one() {
    let rows = |ifindex: u64| {
        let mut net = Net::rows(b"tap0: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n").next().unwrap().unwrap();
        net.ifindex = ifindex.into();
        net
    };
    assert_eq!(same(&rows(3), &rows(3)), Some(true));
    assert_eq!(same(&rows(3), &rows(4)), Some(false));
    assert_eq!(same(&Cpu::default(), &Cpu::default()), None);
    assert_eq!(net_usage(Some(&rows(3)), &rows(4), Duration::from_nanos(1)).err(), Some(Status::RESET));
}

#[test]
fn keys_borrow_the_text_and_values_are_numbers() {
    let text = b"mlx5_0 hca_handle=2 hca_object=max\n".to_vec();
    let line = keys(&text, KeyForm::Lines).next().unwrap().unwrap();
    assert_eq!(line.key, b"mlx5_0");
    let pairs: Vec<_> = keys(line.value, KeyForm::Pairs).map(Result::unwrap).collect();
    assert_eq!(pairs[1].key, b"hca_object");
    assert_eq!(value_of(pairs[0].value, ValueForm::Limit), Ok(Some(Bound::At(2))));
    assert_eq!(value_of(pairs[1].value, ValueForm::Limit), Ok(Some(Bound::Unlimited)));
    assert_eq!(value_of(b"99999999999999999999", ValueForm::Number), Ok(None));
    assert_eq!(value_of(b"x", ValueForm::Number).err().unwrap().at, Some(0));
}

#[test]
fn a_cgroup_is_where_it_is_mounted() {
    let mounts = b"30 20 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n";
    let mut buffer = [0; 64];
    let path = cgroup_path(b"0::/vms/one\n", mounts, "memory", &mut buffer);
    assert_eq!(path, Ok(&b"/sys/fs/cgroup/vms/one"[..]));
    assert_eq!(cgroup_path(b"0::/vms/one\n", mounts, "a\0b", &mut buffer), Err(Status::ARGUMENT));
    assert_eq!(cgroup_path(b"0::/vms/one\n", mounts, "", &mut buffer[..5]), Err(Status::SPACE));
    assert!(cgroup_path(b"", mounts, "", &mut buffer).is_err());
}

#[test]
fn what_the_caller_knows_it_fills_in() {
    let filesystem = Filesystem {
        f_frsize_bytes: 4096u64.into(),
        f_blocks: 100u64.into(),
        f_bfree: 40u32.into(),
        f_bavail: Some(30u64).into(),
        f_namemax: Bound::Unlimited.into(),
        ..Default::default()
    };
    let usage = filesystem_usage(&filesystem).unwrap();
    assert_eq!(usage.total_bytes.get(), Some(409600));
    assert_eq!(filesystem.f_namemax.get(), Some(Bound::Unlimited));
    assert_eq!(filesystem_usage(&Filesystem::default()).err(), Some(Status::EMPTY));
}

#[test]
fn a_growth_is_a_record_of_the_same_type() {
    let disk = |reads: u64| {
        Disk::rows(format!("8 0 sda {} 2 3 4 5 6 7 8 9 10 11\n", reads).as_bytes()).next().unwrap().unwrap()
    };
    let grown = growth(Some(&disk(10)), &disk(15)).unwrap();
    assert_eq!(grown.reads.get(), Some(5));
    assert_eq!(grown.name.get(), Some(&b"sda"[..]));
    assert_eq!(growth(Some(&disk(15)), &disk(10)).err(), Some(Status::RESET));
    assert_eq!(growth(None, &disk(10)).err(), Some(Status::FIRST));
}

#[test]
fn usages_take_an_interval_or_threads() {
    let stat = |pid: u64, ticks: u64| {
        let mut process = Process::default();
        let rest = "0 ".repeat(29);
        let text = format!("{} (CPU 0/KVM) S 1 1 1 0 -1 0 0 0 0 0 {} 0 0 0 20 0 1 0 5 {}0\n", pid, ticks, rest);
        process.read(Process::STAT, text.as_bytes()).unwrap();
        process.read(Process::SCHEDSTAT, format!("{} 0 1\n", ticks * 10_000_000).as_bytes()).unwrap();
        process
    };
    let second = Duration::from_secs(1);
    let interval = Interval::new(second, 100);
    let usage = process_usage(Some(&stat(7, 10)), &stat(7, 60), &interval).unwrap();
    assert_eq!(usage.cores_used.get(), Some(0.5));
    let (before, after) = ([stat(7, 10), stat(8, 10)], [stat(8, 35), stat(7, 60)]);
    let usage = threads_usage(&before, &after, None, second).unwrap();
    assert_eq!(usage.vcpu_cores.get(), Some(0.75));
    assert_eq!(threads_usage(&[], &after, None, second).err(), Some(Status::FIRST));
}

#[test]
fn the_structs_are_those_of_the_library() {
    assert_eq!(all_differences(), Vec::<String>::new());
    assert_eq!(version(), sys::VMM_VERSION_NUMBER);
}

#[test]
fn a_file_has_a_constant_a_name_and_an_id() {
    assert_eq!(Cgroup::from_file_name("cpu.stat"), Some(Cgroup::CPU_STAT));
    assert_eq!(
        Net::from_file_name("statistics/rx_bytes").map(|file| file.id()),
        Some(sys::VMM_FILE_NET_STATISTICS_RX_BYTES)
    );
    assert_eq!(Cgroup::from_file_name("cpu"), None);
    assert_eq!(Cpu::from_file_name("cpu.stat"), None);
    assert_eq!(format!("{:?}", Cgroup::MEMORY_MAX), "memory.max");
}

#[test]
fn a_record_shows_what_is_known() {
    let memory = Meminfo::parse(b"MemTotal: 1 kB\n").unwrap();
    assert_eq!(format!("{:?}", memory), "Meminfo { mem_total_bytes: 1024, .. }");
    assert_eq!(format!("{:?}", Net::default()), "Net { .. }");
}

#[test]
fn members_have_kinds_units_and_widths() {
    let members: Vec<_> = members::<Disk>().collect();
    let find = |name| members.iter().find(|member| member.name() == name).unwrap();
    let (reads, name, bytes) = (find("reads"), find("name"), find("read_bytes"));
    assert_eq!((reads.kind, reads.unit, reads.width), (Kind::Counter, Unit::None, Width::KernelLong));
    assert_eq!((name.kind, bytes.unit), (Kind::Identity, Unit::Bytes));
    assert_eq!(growth_of_counter(u64::from(u32::MAX), 1, Width::Bits32), Ok(2));
    assert_eq!(growth_of_counter(2, 1, Width::Bits64), Err(Status::RESET));
}

#[test]
fn a_mount_is_pieces_of_the_text() {
    let mounts = b"20 1 8:1 / / rw - ext4 /dev/sda1 rw\nx\n30 20 0:26 / /mnt/a\\040b rw shared:9 - tmpfs none rw\n";
    let rows: Vec<_> = Mount::rows(mounts).collect();
    assert_eq!((rows.len(), rows[1].is_err()), (3, true));
    assert_eq!(rows[2].unwrap().r#type, b"tmpfs");
    let mut buffer = [0; 16];
    assert_eq!(unescape(rows[2].unwrap().mount_point, &mut buffer), Ok(&b"/mnt/a b"[..]));
    assert_eq!(mount_of(mounts, b"/mnt/a b/c").unwrap().unwrap().mount_id, b"30");
    assert_eq!(mount_of(mounts, b"/mnt").unwrap().unwrap().mount_id, b"20");
    assert_eq!(mount_of(b"", b"/mnt"), Ok(None));
    assert_eq!(mount_of(mounts, b"mnt"), Err(Status::ARGUMENT));
    let member = CgroupMembership::rows(b"0::/vms/one\n").next().unwrap().unwrap();
    assert_eq!((member.hierarchy, member.path), (&b"0"[..], &b"/vms/one"[..]));
    assert_eq!(cgroup_scope(b"/machine.slice/a.scope/libvirt/emulator", None), b"/machine.slice/a.scope");
}

#[test]
fn a_descriptor_says_what_it_is() {
    assert_eq!(descriptor(b"anon_inode:kvm-vcpu:3"), (Descriptor::KvmVcpu, Some(3)));
    assert_eq!(descriptor(b"/dev/net/tun"), (Descriptor::Tun, None));
    assert_eq!(descriptor(b""), (Descriptor::Other, None));
}

#[test]
fn a_sum_of_rows_grows_by_its_rows() {
    let sample = |reads: [u64; 2]| -> Vec<Disk> {
        let text = format!("8 0 sda {} 2 3 4 5 6 7 8 9 10 11\n8 16 sdb {} 2 3 4 5 6 7 8 9 10 11\n", reads[0], reads[1]);
        Disk::rows(text.as_bytes()).map(Result::unwrap).collect()
    };
    let (before, after) = (sample([10, 20]), sample([15, 21]));
    assert_eq!(growth_of_rows(Some(&before), &after, None).unwrap().reads.get(), Some(6));
    assert_eq!(growth_of_rows(Some(&before), &after[..1], None).err(), Some(Status::RESET));
    assert_eq!(growth_of_rows(None, &after, None).err(), Some(Status::FIRST));
}

#[test]
#[cfg(feature = "libc")]
fn statvfs_fills_a_file_system() {
    // SAFETY: all zeros are valid for a struct of numbers.
    let mut stat: libc::statvfs = unsafe { std::mem::zeroed() };
    (stat.f_frsize, stat.f_blocks, stat.f_bfree, stat.f_bavail, stat.f_namemax) = (4096, 100, 40, 30, 255);
    let usage = filesystem_usage(&Filesystem::from(&stat)).unwrap();
    assert_eq!((usage.total_bytes.get(), usage.used_bytes.get()), (Some(409600), Some(60 * 4096)));
    assert_eq!(Filesystem::from(&stat).f_namemax.get(), Some(Bound::At(255)));
}

#[test]
#[cfg(feature = "serde")]
fn a_record_is_serialized_as_the_programs_print_it() {
    let mut cgroup = Cgroup::default();
    cgroup.read(Cgroup::MEMORY_MAX, b"max\n").unwrap();
    cgroup.read(Cgroup::PIDS_CURRENT, b"12\n").unwrap();
    let json = serde_json::to_value(cgroup).unwrap();
    assert_eq!((&json["memory_max_bytes"], &json["pids_current"]), (&"max".into(), &12.into()));
    assert_eq!(
        (json["memory_high_bytes"].is_null(), json.as_object().unwrap().len()),
        (true, members::<Cgroup>().count())
    );
    let net = Net::rows(b"veth\xff\xffz: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n").next().unwrap().unwrap();
    assert_eq!(serde_json::to_value(net).unwrap()["name"], "veth\u{fffd}\u{fffd}z");
    let balloon = serde_json::to_value(HypervisorDevice::default()).unwrap();
    assert!(balloon["type"].is_null() && balloon.get("r#type").is_none());
}

#[test]
fn threads_share_nothing() {
    fn may_go_anywhere<T: Send + Sync>() {}
    may_go_anywhere::<Cpu>();
    may_go_anywhere::<Failure>();
    let busy: Vec<u64> = (0..4)
        .map(|thread| {
            std::thread::spawn(move || {
                let text = format!("cpu  {} 2 3 4\n", thread);
                (0..1000).map(|_| Cpu::rows(text.as_bytes()).next().unwrap().unwrap().user_ticks.get().unwrap()).sum()
            })
        })
        .map(|thread| thread.join().unwrap())
        .collect();
    assert_eq!(busy, [0, 1000, 2000, 3000]);
}
