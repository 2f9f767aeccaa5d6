//! A `RefCell` that stays borrowed while its task waits.
//!
//! In Python nothing stops the second task: it changes the list.
//!
//!     cargo run --example refcell_across

use std::{cell::RefCell, rc::Rc, time::Duration};
use tokio::{
    task::{JoinError, spawn_local},
    time::sleep,
};

// Clippy finds it; switched off to see what happens.
#[allow(clippy::await_holding_refcell_ref)]
async fn add(page: &'static str, pages: Rc<RefCell<Vec<&'static str>>>) {
    let mut pages = pages.borrow_mut();
    sleep(Duration::from_millis(10)).await; // and `pages` is still borrowed
    pages.push(page);
}

#[tokio::main(flavor = "local")]
async fn main() -> Result<(), JoinError> {
    let pages = Rc::new(RefCell::new(Vec::new()));
    let first = spawn_local(add("home", pages.clone()));
    let second = spawn_local(add("docs", pages.clone()));
    first.await?;
    if let Err(end) = second.await {
        println!("the second panics: {}", end.is_panic());
    }
    println!("{:?}", pages.borrow());
    Ok(())
}
