//! expect: error E0277
//!
//! `join!` has already awaited.

async fn name() -> String {
    "Ada".to_owned()
}

async fn unread() -> usize {
    2
}

#[tokio::main]
async fn main() {
    let (name, unread) = tokio::join!(name(), unread()).await;
    println!("{name} has {unread} unread messages");
}
