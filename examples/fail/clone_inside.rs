//! expect: error E0382
//!
//! The clone is made in the task, and the original has moved there before.

async fn fetch(host: String, page: u32) {
    println!("{host}/{page}");
}

#[tokio::main]
async fn main() {
    let host = String::from("docs.rs");
    let mut tasks = Vec::new();
    for page in 1..=3 {
        tasks.push(tokio::spawn(async move {
            let host = host.clone();
            fetch(host, page).await;
        }));
    }
    for task in tasks {
        let _ended = task.await;
    }
}
