//! Tasks that stay on one thread may share an `Rc`.
//!
//! In Python this is `asyncio.run`.
//!
//!     cargo run --example local

use std::{cell::RefCell, collections::BTreeMap, rc::Rc, time::Duration};
use tokio::{
    task::{JoinError, spawn_local},
    time::sleep,
};

type Visits = Rc<RefCell<BTreeMap<String, u32>>>;

async fn visit(page: String, visits: Visits) {
    sleep(Duration::from_millis(50)).await;
    *visits.borrow_mut().entry(page).or_default() += 1;
}

#[tokio::main(flavor = "local")]
async fn main() -> Result<(), JoinError> {
    let visits = Visits::default();
    let mut tasks = Vec::new();
    for page in ["home", "docs", "home"] {
        tasks.push(spawn_local(visit(page.to_owned(), visits.clone())));
    }
    for task in tasks {
        task.await?;
    }
    println!("{:?}", visits.borrow());
    Ok(())
}
