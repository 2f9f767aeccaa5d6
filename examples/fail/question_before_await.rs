//! expect: error E0277
//! The future is no `Result`; what it gives is one.

async fn read(name: &str) -> Result<String, String> {
    Err(format!("{name}: no such file"))
}

#[tokio::main]
async fn main() -> Result<(), String> {
    let text = read("limit")?.await;
    println!("{text}");
    Ok(())
}
