//! What is left when `main` returns. One test a file: the tasks of another one
//! in the same process would move the numbers on by which Tokio drops.

#[path = "kit/kit.rs"]
mod kit;

use std::future::pending;

use kit::{call, record};

#[test]
fn what_is_left_is_dropped_in_the_same_order_each_time() {
    let program = || {
        record(async {
            for n in 0..7 {
                let name = format!("left {n}");
                drop(tokio::spawn(call(&name, pending::<()>())));
            }
            tokio::task::yield_now().await;
        })
    };
    let first = program();
    for tasks in 1..5 {
        // Tasks of other programs move the numbers on.
        record(async move {
            for _ in 0..tasks {
                drop(tokio::spawn(async {}));
            }
        });
        assert_eq!(program(), first);
    }
}
