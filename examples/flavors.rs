//! The two flavors of the runtime, and how to ask for each.
//!
//! In Python there is one kind of loop, on one thread.
//!
//!     cargo run --example flavors

use tokio::runtime::Handle;

fn flavor() -> String {
    format!("{:?}", Handle::current().runtime_flavor())
}

#[tokio::main]
async fn as_it_comes() {
    println!("as it comes: {}", flavor());
}

#[tokio::main(flavor = "current_thread")]
async fn on_one_thread() {
    println!("on one thread: {}", flavor());
}

fn main() {
    as_it_comes();
    on_one_thread();
}
