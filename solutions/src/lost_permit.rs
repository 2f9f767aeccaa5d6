//! Find the bug: ten downloads, two permits, and all ten run at once.

use futures::future::join_all;
use lab::Site;
use tokio::sync::Semaphore;

// begin solution
//~ // TODO: the limit does not hold. Find out why, and repair it.
// end solution
pub async fn download_all(
    site: &Site,
    pages: u32,
    limit: usize,
) -> Vec<String> {
    let gate = Semaphore::new(limit);
    let downloads = (0..pages).map(|page| {
        let gate = &gate;
        async move {
            // begin solution
            //~ let _ = gate.acquire().await;
            // A name keeps the permit to the end of the block; `_` would not.
            let _permit =
                gate.acquire().await.expect("the gate is never closed");
            // end solution
            site.fetch(page).await
        }
    });
    join_all(downloads).await
}
