//! Lines of Cargo's JSON, as the verdict and the Run button read them.
#![no_main]

use book::run::build;
use checker::messages::Messages;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    for line in text.lines() {
        if let Some(found) = checker::diagnostics::parse(line, "exercise.rs") {
            assert!(!found.message.contains('\n'));
            serde_json::to_string(&found).expect("it is sent as JSON");
        }
        build::is_noise(line);
        checker::cargo::remedy(line);
    }
    let mut messages = Messages::new("semaphore", "semaphore.rs");
    for line in text.lines() {
        messages.hear(line);
        if messages.next().is_break() {
            break;
        }
    }
    messages.left_out();
});
