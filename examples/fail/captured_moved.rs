//! expect: error E0507
//!
//! `map` calls its closure once for each page, and the block takes the site
//! away at the first call.

use futures::future::join_all;

async fn fetch(site: &str, page: u32) -> String {
    format!("{site}/{page}")
}

#[tokio::main]
async fn main() {
    let site = String::from("ada.example");
    let pages = (0..3).map(|page| async move { fetch(&site, page).await });
    println!("{:?}", join_all(pages).await);
}
