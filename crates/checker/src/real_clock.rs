//! The one import that makes right code wrong under a check.

pub const NOTE: &str = "\nnote: your code reads `std::time::Instant`, the real \
     clock. The checks run on Tokio's paused clock, on which the real one \
     stands still: `tokio::time::Instant` follows it.";

/// Does it import or name the `Instant` of the standard library?
pub fn is_read_by(source: &str) -> bool {
    let code: String = source.split_whitespace().collect();
    let imports = code.split("usestd::time::{").skip(1);
    let mut lists = imports.filter_map(|rest| rest.split('}').next());
    code.contains("std::time::Instant")
        || lists.any(|list| list.split(',').any(|name| name == "Instant"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_real_clock_is_known_however_it_is_imported() {
        let reads = is_read_by;
        assert!(reads("use std::time::Instant;"));
        assert!(reads("use std::time::{Duration, Instant};"));
        assert!(reads("let now = std::time::Instant::now();"));
        assert!(!reads(
            "use std::time::Duration;\nuse tokio::time::Instant;"
        ));
        assert!(!reads("use std::time::{Duration};"));
    }
}
