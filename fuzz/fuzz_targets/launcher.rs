//! What the launcher and its guard read: settings, tags and names of owners,
//! and what the system says of groups and processes.
#![no_main]

use bounded_process::Owner;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    bounded_process::fuzzing::read(text);
    if let Some(owner) = Owner::parse(text) {
        // It is made of numbers, and nothing else goes into a name.
        assert_eq!(Owner::parse(&owner.prefix()), Some(owner));
        owner.has_ended();
    }
});
