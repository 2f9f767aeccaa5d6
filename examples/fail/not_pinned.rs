//! expect: error E0277
//!
//! A `sleep` that is polled through a reference must stay where it is: it has
//! to be pinned first.

use std::time::Duration;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let mut late = sleep(Duration::from_millis(50));
    tokio::select! {
        () = &mut late => println!("late"),
        () = async {} => println!("at once"),
    }
}
