//! A future that is dropped before its first poll never ran, but it owned
//! its arguments.
//!
//! In Python this is `coro = send(report); del coro`.
//!
//!     cargo run --example dropped_unpolled

use std::time::Duration;
use tokio::time::sleep;

// ANCHOR: main
struct Report(&'static str);

impl Drop for Report {
    fn drop(&mut self) {
        println!("report {} is dropped", self.0);
    }
}

async fn send(report: Report) {
    println!("sending {}", report.0);
    sleep(Duration::from_millis(100)).await;
    println!("sent {}", report.0);
}

#[tokio::main]
async fn main() {
    let sending = send(Report("2026"));
    println!("called");
    sleep(Duration::from_millis(50)).await;
    println!("50 ms later");
    drop(sending);
    println!("end");
}
// ANCHOR_END: main
