//! expect: error E0382
//! `.await` takes the future.

async fn answer() -> u32 {
    42
}

#[tokio::main]
async fn main() {
    let answer = answer();
    println!("{} and {}", answer.await, answer.await);
}
