//! Two functions whose tasks share something.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use lab::Site;

/// The pages that somebody has begun to fetch.
pub type Seen = Arc<Mutex<HashSet<u32>>>;

/// Fetches each page in a task of its own. Each task writes its page into one
/// list when the text is there; the list is the result.
///
/// Refused: the list was an `Rc<RefCell<Vec<u32>>>`, which is not `Send`.
pub async fn arrivals(site: &Site, pages: &[u32]) -> Vec<u32> {
    // TODO: both functions.
    todo!("{pages:?} from {site:?}, as they arrive")
}

/// Fetches each page in a task of its own, but none that was seen before.
///
/// Refused: each task held the guard of `seen.lock()` while it fetched.
pub async fn each_once(site: &Site, pages: &[u32], seen: &Seen) {
    todo!("{pages:?} from {site:?}, but not {seen:?}")
}
