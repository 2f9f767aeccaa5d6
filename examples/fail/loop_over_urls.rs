//! expect: error E0597
//!
//! Each `url` is borrowed from the list that the loop goes over.

async fn fetch(url: &str) {
    println!("{url}");
}

#[tokio::main]
async fn main() {
    let urls = vec!["/a".to_owned(), "/b".to_owned()];
    let mut tasks = Vec::new();
    for url in &urls {
        tasks.push(tokio::spawn(async move { fetch(url).await }));
    }
    for task in tasks {
        let _ended = task.await;
    }
}
