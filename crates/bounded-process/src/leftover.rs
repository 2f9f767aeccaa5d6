//! Ends what a killed server has left behind.
//!
//! What ends in order ends its programs. A server that is killed cannot: the
//! system then ends each program that it started (`start`), but not what
//! these have started. That is for a guard, a small process that waits for
//! the server's end; and if the guard was killed as well, for the next start.

use std::io::{self, Read};
use std::process::{Child, Command, Stdio};

use crate::tag::{self, Owner, ProcessTag};

/// Who is watched.
const WATCHED: &str = "BOOK_GUARDED";

/// Ends with the watched process, or before.
#[derive(Debug)]
pub struct Guard(Child);

/// Starts `command`, which is to call [`guard`], as the guard of this process.
pub fn start_guard(mut command: Command) -> io::Result<Guard> {
    command
        .env(WATCHED, Owner::current().prefix())
        .env_remove(ProcessTag::NAME)
        // It outlives the folder that we work in.
        .current_dir("/")
        // The end of this pipe is our end, whatever it is.
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // Ctrl-C is for whoever is watched.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn().map(Guard)
}

impl Drop for Guard {
    fn drop(&mut self) {
        // It finds nothing to do and ends.
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}

/// The guard itself: waits for the end of whoever started it, and ends what
/// is left then.
pub fn guard() {
    let watched = std::env::var(WATCHED).unwrap_or_default();
    let mut nothing = Vec::new();
    let _ = io::stdin().read_to_end(&mut nothing);
    if let Some(owner) = Owner::parse(&watched) {
        tag::kill_all_of(owner);
    }
}

/// Ends what carries the tag of a process that has ended.
pub fn sweep() {
    tag::kill_orphans();
}
