// SPDX-License-Identifier: MIT
//! Records as JSON. An unknown value is null, and no limit is "max".

use std::fmt::{Debug, Write};
use vmmetrics::{Record, Value};

/// A number, or null.
pub fn number<T: Debug>(value: Option<T>) -> String {
    value.map_or("null".to_string(), |value| format!("{:?}", value))
}

/// A string of bytes that need not be UTF-8.
pub fn string(bytes: &[u8]) -> String {
    let mut out = String::from("\"");
    for character in String::from_utf8_lossy(bytes).chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            _ if character.is_control() => write!(out, "\\u{:04x}", character as u32).unwrap(),
            _ => out.push(character),
        }
    }
    out + "\""
}

/// `"name": value` of each member, with commas between them.
pub fn of_members<T: Record>(record: &T) -> String {
    let value = |value| match value {
        Value::Unknown => "null".to_string(),
        Value::Unlimited => "\"max\"".to_string(),
        Value::Integer(integer) => integer.to_string(),
        Value::Real(real) => number(real.is_finite().then_some(real)),
        Value::Name(name) => string(name),
    };
    let members: Vec<String> = vmmetrics::members::<T>()
        .map(|member| format!("\"{}\": {}", member.name(), value(member.of(record))))
        .collect();
    members.join(", ")
}
