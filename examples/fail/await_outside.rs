//! expect: error E0728
//! Only async code can wait.

async fn hello() -> String {
    "hello, world".to_owned()
}

fn main() {
    let text = hello().await;
    println!("{text}");
}
