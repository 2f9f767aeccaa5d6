//! A semaphore: fetch all pages, at most `limit` of them at the same time.

use lab::Site;

/// Fetches each page with `site.fetch(page)`; the texts come in the order of
/// the pages.
pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    // TODO: all pages at the same time, but never more than `limit`.
    todo!("{pages:?} from {site:?}, {limit} at once")
}
