//! A `return` inside an async block.
//!
//! In Python the nested `async def` has its own `return`, too.
//!
//!     cargo run --example out_of_block

// ANCHOR: main
async fn greet(age: u32) -> &'static str {
    let check = async {
        if age < 18 {
            return "too young";
        }
        "old enough"
    };
    check.await;
    "welcome"
}

#[tokio::main]
async fn main() {
    println!("at 12: {}", greet(12).await);
}
// ANCHOR_END: main
