//! expect: error E0277
//!
//! `?` returns the error, and this function returns a text.

async fn report(text: &str) -> String {
    let degrees: f64 = text.parse()?;
    format!("{degrees} degrees")
}

#[tokio::main]
async fn main() {
    println!("{}", report("21.5").await);
}
