// SPDX-License-Identifier: MIT
//! What the binding adds to the library: unknown, limits, failures with their places, rows, lifetimes, threads.

use vmmetrics::*;

#[test]
fn a_new_record_is_unknown_in_every_member() {
    fn check<T: Record>() {
        let record = T::default();
        assert!(fields::<T>().all(|field| field.of(&record) == Value::Unknown), "{}", T::NAME);
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
    for file in files::<Cgroup>() {
        match file.name() {
            "memory.max" => cgroup.read(&file, b"max\n").unwrap(),
            "pids.max" => cgroup.read(&file, b"12\n").unwrap(),
            _ => {}
        }
    }
    assert_eq!(cgroup.memory_max_bytes.get(), Some(Bound::Unlimited));
    assert_eq!(cgroup.pids_max.get(), Some(Bound::At(12)));
    assert_eq!(cgroup.memory_high_bytes.get(), None);
    assert!(Bound::At(u64::MAX) < Bound::Unlimited);
}

#[test]
fn rows_go_on_behind_a_bad_one() {
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
fn a_net_that_came_back_under_its_name_is_another() {
    let rows = |ifindex: u64| {
        let mut net = Net::rows(b"tap0: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n").next().unwrap().unwrap();
        net.ifindex = ifindex.into();
        net
    };
    assert!(rows(3).same_thing(&rows(3)));
    assert!(!rows(3).same_thing(&rows(4)));
    assert_eq!(net_rate(Some(&rows(3)), &rows(4), 1).err(), Some(Status::RESET));
}

#[test]
fn keys_borrow_the_text_and_values_are_numbers() {
    let text = b"mlx5_0 hca_handle=2 hca_object=max\n".to_vec();
    let line = keys(&text, KeyShape::Lines).next().unwrap().unwrap();
    assert_eq!(line.key, b"mlx5_0");
    let pairs: Vec<_> = keys(line.value, KeyShape::Pairs).map(Result::unwrap).collect();
    assert_eq!(pairs[1].key, b"hca_object");
    assert_eq!(value_of(pairs[0].value, ValueKind::Limit), Ok(Some(Bound::At(2))));
    assert_eq!(value_of(pairs[1].value, ValueKind::Limit), Ok(Some(Bound::Unlimited)));
    assert_eq!(value_of(b"99999999999999999999", ValueKind::Number), Ok(None));
    assert_eq!(value_of(b"x", ValueKind::Number).err().unwrap().at, Some(0));
}

#[test]
fn a_cgroup_is_where_it_is_mounted() {
    let mounts = b"30 20 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n";
    let mut buffer = [0; 64];
    let path = cgroup_path(b"0::/vms/one\n", mounts, "memory", &mut buffer);
    assert_eq!(path, Ok(&b"/sys/fs/cgroup/vms/one"[..]));
    assert_eq!(cgroup_path(b"0::/vms/one\n", mounts, "a\0b", &mut buffer), Err(Status::ARGUMENT));
    assert_eq!(cgroup_path(b"0::/vms/one\n", mounts, "", &mut buffer[..5]), Err(Status::ARGUMENT));
    assert!(cgroup_path(b"", mounts, "", &mut buffer).is_err());
}

#[test]
fn what_the_caller_knows_it_fills_in() {
    let mut filesystem = Filesystem::default();
    filesystem.f_frsize_bytes = 4096.into();
    filesystem.f_blocks = 100.into();
    filesystem.f_bfree = 40.into();
    filesystem.f_bavail = 30.into();
    filesystem.f_namemax = Bound::Unlimited.into();
    let usage = filesystem_usage(&filesystem).unwrap();
    assert_eq!(usage.total_bytes.get(), Some(409600));
    assert_eq!(filesystem.f_namemax.get(), Some(Bound::Unlimited));
    assert_eq!(filesystem_usage(&Filesystem::default()).err(), Some(Status::EMPTY));
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
