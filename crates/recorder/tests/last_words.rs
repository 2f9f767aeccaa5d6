//! Who prints when the runtime is dropped.

use recorder::{Program, probe, run};
use timeline::EventKind;

struct Goodbye;

impl Drop for Goodbye {
    fn drop(&mut self) {
        probe::line("goodbye".to_owned(), 3);
    }
}

#[test]
fn what_a_leftover_task_prints_in_its_drop_is_its_own() {
    let program = Program {
        file: file!(),
        ..Program::PLAIN
    };
    let main = async {
        tokio::spawn(async {
            let _goodbye = Goodbye;
            std::future::pending::<()>().await;
        });
        tokio::task::yield_now().await;
        probe::line("main returns".to_owned(), 4);
    };
    let run = run(&program, main).expect("the runtime starts");
    let lines = run.events.iter().filter_map(|event| match &event.kind {
        EventKind::Out { lane, text, .. } => Some((*lane, text.as_str())),
        _ => None,
    });
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [(0, "main returns"), (1, "goodbye")]
    );
}
