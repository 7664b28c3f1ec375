//! Finds libvmmetrics: the static one in the directory that VMMETRICS_STATIC names, else by pkg-config.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-env-changed=VMMETRICS_STATIC");
    println!("cargo:rerun-if-env-changed=PKG_CONFIG_PATH");
    if let Ok(directory) = env::var("VMMETRICS_STATIC") {
        println!("cargo:rustc-link-search=native={}", directory);
        println!("cargo:rustc-link-lib=static=vmmetrics");
        return;
    }
    let said = Command::new("pkg-config").args(["--libs", "vmmetrics"]).output().expect("pkg-config cannot be run");
    assert!(said.status.success(), "pkg-config does not find vmmetrics: {}", String::from_utf8_lossy(&said.stderr));
    for flag in String::from_utf8_lossy(&said.stdout).split_whitespace() {
        if let Some(directory) = flag.strip_prefix("-L") {
            println!("cargo:rustc-link-search=native={}", directory);
        } else if let Some(library) = flag.strip_prefix("-l") {
            println!("cargo:rustc-link-lib=dylib={}", library);
        }
    }
}
