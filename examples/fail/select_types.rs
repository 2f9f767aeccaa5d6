//! expect: error E0308
//!
//! The handlers of one `select!` give one type.

async fn name() -> String {
    "Ada".to_owned()
}

async fn age() -> u32 {
    36
}

#[tokio::main]
async fn main() {
    let answer = tokio::select! {
        name = name() => name,
        age = age() => age,
    };
    println!("{answer}");
}
