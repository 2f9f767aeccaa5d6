//! Decide at one place which errors end there.
//!
//! In Python this is an `__aexit__` that returns `True`.
//!
//!     cargo run --example suppress

#[derive(Debug)]
enum Problem {
    NotFound,
    Refused,
}

// ANCHOR: optional
/// `NotFound` is an answer; every other error goes on.
async fn optional<T>(
    body: impl AsyncFnOnce() -> Result<T, Problem>,
) -> Result<Option<T>, Problem> {
    match body().await {
        Ok(value) => Ok(Some(value)),
        Err(Problem::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}
// ANCHOR_END: optional

async fn load(name: &str) -> Result<u32, Problem> {
    match name {
        "a" => Ok(1),
        "b" => Err(Problem::NotFound),
        _ => Err(Problem::Refused),
    }
}

#[tokio::main]
async fn main() {
    for name in ["a", "b", "c"] {
        let value = optional(async || Ok(load(name).await? + 10)).await;
        println!("{name}: {value:?}");
    }
}
