#[tokio::main]
async fn main() {
    println!("hi");
}
