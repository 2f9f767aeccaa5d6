//! expect: error E0308
//!
//! The futures of one list must have one type.

use futures::future::join_all;

async fn name() -> String {
    "Ada".to_owned()
}

async fn city() -> String {
    "London".to_owned()
}

#[tokio::main]
async fn main() {
    let answers = join_all([name(), city()]).await;
    println!("{answers:?}");
}
