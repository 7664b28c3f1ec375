// SPDX-License-Identifier: MIT
//! Compiles the library from the C sources in `c`, for the target and with its compiler, as the crate `cc` finds it.
//! With VMMETRICS_SYS_USE_PKG_CONFIG=1 it takes the system's library instead, as pkg-config finds it;
//! VMMETRICS_STATIC=1 then asks for the static one.

use std::path::{Path, PathBuf};
use std::{env, fs};

const USE_PKG_CONFIG: &str = "VMMETRICS_SYS_USE_PKG_CONFIG";

fn sorted(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).unwrap_or_else(|error| panic!("{}: {}", directory.display(), error));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// All sources as one, so that the compiler sees all of the library at once.
fn one_file(sources: &Path) -> String {
    let folders = sorted(&sources.join("lib")).into_iter().filter(|path| path.is_dir());
    let files =
        folders.flat_map(|folder| sorted(&folder)).filter(|path| path.extension().map_or(false, |end| end == "c"));
    files.map(|file| format!("#include \"{}\"\n", file.strip_prefix(sources).unwrap().display())).collect()
}

fn compile(sources: &Path) {
    println!("cargo:rerun-if-changed=c");
    let file = Path::new(&env::var_os("OUT_DIR").unwrap()).join("vmmetrics.c");
    fs::write(&file, one_file(sources)).unwrap();
    cc::Build::new()
        .std("c11")
        .flag_if_supported("-fvisibility=hidden")
        .include(sources)
        .include(sources.join("include"))
        .file(file)
        .compile("vmmetrics");
    println!("cargo:include={}", sources.join("include").display());
}

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed={}", USE_PKG_CONFIG);
    if env::var_os(USE_PKG_CONFIG).map_or(false, |value| value != "0") {
        let version = format!(
            "{}.{}",
            env::var("CARGO_PKG_VERSION_MAJOR").unwrap(),
            env::var("CARGO_PKG_VERSION_MINOR").unwrap()
        );
        if let Err(error) = pkg_config::Config::new().atleast_version(&version).probe("vmmetrics") {
            panic!("{} is set, but: {}", USE_PKG_CONFIG, error);
        }
    } else {
        compile(&Path::new(&env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("c"));
    }
}
