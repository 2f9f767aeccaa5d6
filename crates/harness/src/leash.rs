//! Ends this process, and what its programs have started, when `record` is
//! gone. `record` starts it as the leader of a group.

#[cfg(unix)]
pub fn hold() {
    use std::os::unix::process::parent_id;
    use std::thread;
    use std::time::Duration;

    use rustix::process::{
        Signal, getpgrp, getpid, kill_current_process_group,
    };

    let parent = parent_id();
    let leads = getpgrp() == getpid();
    thread::spawn(move || {
        while parent_id() == parent {
            thread::sleep(Duration::from_millis(100));
        }
        if leads {
            let _ = kill_current_process_group(Signal::KILL);
        }
        std::process::exit(1)
    });
}

#[cfg(not(unix))]
pub fn hold() {}
