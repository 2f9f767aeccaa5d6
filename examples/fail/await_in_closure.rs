//! expect: error E0728
//! The closure of a `map` is a plain function.

async fn size(name: &str) -> usize {
    name.len()
}

#[tokio::main]
async fn main() {
    let names = ["poll", "await"];
    let sizes: Vec<usize> = names.iter().map(|name| size(name).await).collect();
    println!("{sizes:?}");
}
