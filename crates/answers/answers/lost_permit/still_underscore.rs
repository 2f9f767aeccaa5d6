//! wrong: never_more_than_two_at_once
//! says: 10 at the same time
//! says: only as long as somebody owns it
//!
//! All ten pages run at once, as if each permit came back before its page was
//! fetched. Perhaps the permit is unwrapped now, and still bound to `_`: that
//! is no variable, and keeps nothing. What is the difference between `_` and a
//! name?

use futures::future::join_all;
use lab::Site;
use tokio::sync::Semaphore;

pub async fn download_all(
    site: &Site,
    pages: u32,
    limit: usize,
) -> Vec<String> {
    let gate = Semaphore::new(limit);
    let downloads = (0..pages).map(|page| {
        let gate = &gate;
        async move {
            let _ = gate.acquire().await.unwrap();
            site.fetch(page).await
        }
    });
    join_all(downloads).await
}
