//! wrong: never_more_than_two_at_once
//! says: 10 at the same time
//! says: Nobody was made to wait
//!
//! All ten pages run at once, so nobody ever waited for anybody. Perhaps each
//! page makes a semaphore of its own: then there are permits enough for all.
//! Who has to share what?

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
            let gate = Semaphore::new(gate.available_permits());
            let _permit = gate.acquire().await.unwrap();
            site.fetch(page).await
        }
    });
    join_all(downloads).await
}
