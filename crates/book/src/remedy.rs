//! What helps, where an error of the system says only what is wrong.

use std::io::{self, ErrorKind};

/// Nothing: the error's own words say it, or nobody knows.
pub fn of(error: &anyhow::Error) -> Option<&'static str> {
    let mut causes = error.chain();
    let kind = causes.find_map(|cause| cause.downcast_ref::<io::Error>());
    match kind.map(io::Error::kind)? {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some(
            "The disk is full: make room on it. For temporary files the \
             variable TMPDIR names a folder on another one.",
        ),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Some(
            "You may not do that there: `ls -l` says whose it is. If a \
             program was started as root before, give the files back with \
             `chown`.",
        ),
        _ => None,
    }
}

/// An error with its remedy, on a line of its own.
pub fn words(error: &anyhow::Error) -> String {
    match of(error) {
        Some(remedy) => format!("{error:#}\n{remedy}"),
        None => format!("{error:#}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context;

    #[test]
    fn a_full_disk_has_its_remedy_wherever_it_is_met() {
        let full = io::Error::from(ErrorKind::StorageFull);
        let error = Err::<(), _>(full).context("cannot write a page");
        let words = words(&error.unwrap_err());
        assert!(words.starts_with("cannot write a page: "), "{words}");
        assert!(words.contains("TMPDIR"), "{words}");
        assert_eq!(of(&anyhow::anyhow!("another")), None);
    }
}
