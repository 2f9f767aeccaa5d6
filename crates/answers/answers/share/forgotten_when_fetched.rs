//! wrong: a_later_call_remembers
//! says: `page 2` ran 2 times
//!
//! A page is taken out of the set when it has been fetched. The set then says
//! what is being fetched now, and not what was seen before.

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
    let list = Arc::new(Mutex::new(Vec::new()));
    let mut tasks = Vec::new();
    for page in pages.iter().copied() {
        let (site, list) = (site.clone(), Arc::clone(&list));
        tasks.push(tokio::spawn(async move {
            site.fetch(page).await;
            list.lock().expect("no holder panics").push(page);
        }));
    }
    for task in tasks {
        task.await.expect("no task panics");
    }
    let list = list.lock().expect("no holder panics");
    list.clone()
}

/// Fetches each page in a task of its own, but none that was seen before.
///
/// Refused: each task held the guard of `seen.lock()` while it fetched.
pub async fn each_once(site: &Site, pages: &[u32], seen: &Seen) {
    let mut tasks = Vec::new();
    for page in pages.iter().copied() {
        let (site, seen) = (site.clone(), Arc::clone(seen));
        tasks.push(tokio::spawn(async move {
            let new = seen.lock().expect("no holder panics").insert(page);
            if new {
                site.fetch(page).await;
                seen.lock().expect("no holder panics").remove(&page);
            }
        }));
    }
    for task in tasks {
        task.await.expect("no task panics");
    }
}
