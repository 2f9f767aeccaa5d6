//! wrong: six_pages_of_50_ms_take_150_ms
//! says: it took 300 ms
//! says: one after another
//!
//! The permits are kept now, and there is one of them: the pages come one by
//! one, 300 ms in all. Two at a time would be three waves of 50 ms. Where does
//! the number of permits come from?

use futures::future::join_all;
use lab::Site;
use tokio::sync::Semaphore;

pub async fn download_all(
    site: &Site,
    pages: u32,
    limit: usize,
) -> Vec<String> {
    let gate = Semaphore::new(limit.min(1));
    let downloads = (0..pages).map(|page| {
        let gate = &gate;
        async move {
            let _permit = gate.acquire().await.unwrap();
            site.fetch(page).await
        }
    });
    join_all(downloads).await
}
