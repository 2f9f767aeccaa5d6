//! expect: error E0614
//!
//! `lock()` of Tokio's mutex is a future: it gives the guard when it is
//! awaited.

use tokio::sync::Mutex;

#[tokio::main]
async fn main() {
    let total = Mutex::new(1);
    *total.lock() += 1;
    println!("{total:?}");
}
