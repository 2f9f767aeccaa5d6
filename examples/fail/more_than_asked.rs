//! expect: error E0597
//!
//! `counted` wants a future that lives as long as it likes, and its caller
//! lends it one. Take the bounds away that the task did not have.

async fn counted<T>(work: impl Future<Output = T> + 'static) -> T {
    work.await
}

#[tokio::main]
async fn main() {
    let text = String::from("one");
    println!("{}", counted(async { text.len() }).await);
}
