// SPDX-License-Identifier: MIT
//! Finds libvmmetrics: the static library in the directory VMMETRICS_STATIC, or, without this variable, the library that
//! pkg-config finds. The latter is linked statically if the whole program is static, as it is by default for musl.

use std::env;
use std::process::Command;

/// The output of pkg-config.
fn pkg_config(arguments: &[&str]) -> String {
    let program = env::var("PKG_CONFIG").unwrap_or_else(|_| "pkg-config".to_string());
    let said = Command::new(program).args(arguments).arg("vmmetrics").output().expect("pkg-config cannot be run");
    assert!(said.status.success(), "pkg-config does not find vmmetrics: {}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8_lossy(&said.stdout).trim().to_string()
}

fn link(directory: &str) {
    println!("cargo:rustc-link-search=native={}", directory);
    println!("cargo:rustc-link-lib=static=vmmetrics");
}

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    for variable in ["VMMETRICS_STATIC", "PKG_CONFIG", "PKG_CONFIG_PATH"] {
        println!("cargo:rerun-if-env-changed={}", variable);
    }
    let features = env::var("CARGO_CFG_TARGET_FEATURE").unwrap_or_default();
    if let Ok(directory) = env::var("VMMETRICS_STATIC") {
        link(&directory);
    } else if features.split(',').any(|feature| feature == "crt-static") {
        link(&pkg_config(&["--variable=libdir"]));
    } else {
        for flag in pkg_config(&["--libs"]).split_whitespace() {
            if let Some(directory) = flag.strip_prefix("-L") {
                println!("cargo:rustc-link-search=native={}", directory);
            } else if let Some(library) = flag.strip_prefix("-l") {
                println!("cargo:rustc-link-lib=dylib={}", library);
            }
        }
    }
}
