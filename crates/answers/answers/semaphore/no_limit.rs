//! wrong: never_more_than_three_at_once
//! says: 10 at the same time
//! says: Nobody was made to wait
//!
//! The timeline shows all ten pages at once, from 0 to 100 ms: nobody was made
//! to wait. Perhaps there is nothing to wait for in front of the fetch. What
//! could be there, in a limited number, for all pages together?

use futures::future::join_all;
use lab::Site;

pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    let _ = limit;
    join_all(pages.iter().map(|page| site.fetch(*page))).await
}
