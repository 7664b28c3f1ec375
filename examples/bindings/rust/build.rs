// SPDX-License-Identifier: MIT
//! Finds libvmmetrics, and writes its records in Rust from its headers.
//!
//! The library is the static one in the directory VMMETRICS_STATIC, with the headers in VMMETRICS_INCLUDE or in `include`
//! beside that directory; or, without these variables, the library that pkg-config finds. The latter is linked statically
//! if the whole program is static, as it is by default for musl.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

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

/// Tells cargo where the library is, and returns the directory of the headers.
fn find_library() -> PathBuf {
    let features = env::var("CARGO_CFG_TARGET_FEATURE").unwrap_or_default();
    if let Ok(directory) = env::var("VMMETRICS_STATIC") {
        link(&directory);
        return env::var("VMMETRICS_INCLUDE").map_or(Path::new(&directory).join("../include"), PathBuf::from);
    }
    if features.split(',').any(|feature| feature == "crt-static") {
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
    PathBuf::from(pkg_config(&["--variable=includedir"]))
}

/// All headers as one text.
fn read_headers(directory: &Path) -> String {
    println!("cargo:rerun-if-changed={}", directory.display());
    let headers = fs::read_dir(directory).unwrap_or_else(|error| panic!("{}: {}", directory.display(), error));
    let mut paths: Vec<PathBuf> = headers.map(|header| header.unwrap().path()).collect();
    paths.sort();
    let text: String = paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    // A long name has its number on the next line.
    text.replace(" =\n", " = ")
}

/// The names of an enum that begin so, each with its number and its comment.
fn names<'a>(headers: &'a str, beginning: &'a str) -> impl Iterator<Item = (&'a str, u32, &'a str)> {
    headers.lines().filter_map(move |line| {
        let (name, rest) = line.trim().strip_prefix(beginning)?.split_once(" = ")?;
        let rest = rest.trim_start();
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        Some((name, rest[..digits].parse().ok()?, &rest[digits..]))
    })
}

/// A comment in one line, with the names of constants as Rust has them.
fn one_line(comment: &str) -> String {
    let lines: Vec<&str> = comment.lines().map(|line| line.trim().trim_start_matches('*').trim()).collect();
    lines.join(" ").trim().replace("::VMM_", "VMM_")
}

/// Whether a member's comment says that it is a limit: the first of its parts that is a kind.
fn is_limit(comment: &str) -> bool {
    let words = comment.split(|c| ".;:".contains(c)).filter_map(|part| part.strip_prefix(' '));
    let mut words = words.map(|part| part.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap().to_lowercase());
    let kinds = ["identity", "counter", "gauge", "limit", "increment", "label"];
    words.find(|word| kinds.contains(&word.as_str())).map_or(false, |kind| kind == "limit")
}

/// A member's declaration in Rust, such as `reads: Integer`.
fn member(declared: &str, comment: &str) -> String {
    let (kind, name) = declared.trim().trim_end_matches(';').split_once(' ').expect(declared);
    match (kind, name.split_once('[')) {
        ("char", Some((name, size))) => format!("{}: Name<{}>", name, size.trim_end_matches(']')),
        ("double", None) => format!("{}: Real", name),
        ("uint64_t", None) if is_limit(comment) => format!("{}: Limit", name),
        ("uint64_t", None) => format!("{}: Integer", if name == "type" { "r#type" } else { name }),
        _ => panic!("a member of a record is no {}", declared),
    }
}

/// `disk_usage` is `DiskUsage`.
fn type_of(record: &str) -> String {
    record.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

fn record(headers: &str, name: &str, id: u32) -> String {
    let start = format!("\nstruct vmm_{} {{\n", name);
    let body = headers.split(&start).nth(1).and_then(|rest| rest.split("\n};").next()).expect(name);
    let mut text = format!("    /// `struct vmm_{0}`\n    {1}, \"{0}\", {2} {{\n", name, type_of(name), id);
    // All records begin with `size` and `record`.
    for piece in body.split("/**").skip(3) {
        let (comment, declared) = piece.split_once("*/").expect(piece);
        let comment = one_line(comment);
        text += &format!("        /// {}\n        {},\n", comment, member(declared, &comment));
    }
    let mut before = "    } {\n";
    for (name, number, comment) in names(headers, "VMM_FILE_").filter(|file| file.1 / 1000 == id) {
        let file = comment.split('`').nth(1).expect(name);
        // The first word is the record, or the directory that it shares.
        let constant = name.split_once('_').expect(name).1;
        text += &format!("{}        /// `{1}`\n        {2}: \"{1}\", {3},\n", before, file, constant, number);
        before = "";
    }
    text + "    }\n"
}

/// The functions with this ending that read a record from a text and nothing else.
fn readers(headers: &str, reader: &str, ending: &str) -> String {
    let mut text = format!("readers! {{ {}:\n", reader);
    for declared in headers.split("\nVMM_API vmm_status ").skip(1) {
        let declared = declared.split(';').next().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        let (function, parameters) = declared.split_once('(').expect(&declared);
        let parameters: Vec<&str> = parameters.split(", ").collect();
        if let ["struct vmm_text *text", record, _] = parameters[..] {
            let record = record.strip_prefix("struct vmm_").and_then(|record| record.split(" *").next());
            if let (true, Some(record)) = (function.ends_with(ending), record) {
                if names(headers, "VMM_RECORD_").any(|name| name.0.to_lowercase() == record) {
                    text += &format!("    {} {},\n", type_of(record), function);
                }
            }
        }
    }
    text + "}\n"
}

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    for variable in ["VMMETRICS_STATIC", "VMMETRICS_INCLUDE", "PKG_CONFIG", "PKG_CONFIG_PATH"] {
        println!("cargo:rerun-if-env-changed={}", variable);
    }
    let headers = read_headers(&find_library().join("vmmetrics"));
    let records: String =
        names(&headers, "VMM_RECORD_").map(|(name, id, _)| record(&headers, &name.to_lowercase(), id)).collect();
    let readers = readers(&headers, "Parsed", "_parse") + &readers(&headers, "Row", "_next");
    let path = Path::new(&env::var("OUT_DIR").unwrap()).join("records.rs");
    fs::write(path, format!("records! {{\n{}}}\n{}", records, readers)).unwrap();
}
