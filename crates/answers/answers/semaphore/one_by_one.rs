//! wrong: ten_pages_take_four_waves
//! says: it took 1000 ms
//! says: one after another
//!
//! The pages come one after another, 1000 ms in all. There are three permits,
//! and never more than one is taken: your loop waits for each page before it
//! asks for the next. What has to be begun before the first wait?

use lab::Site;
use tokio::sync::Semaphore;

pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    let permits = Semaphore::new(limit);
    let mut texts = Vec::new();
    for page in pages {
        let _permit = permits.acquire().await.unwrap();
        texts.push(site.fetch(page).await);
    }
    texts
}
