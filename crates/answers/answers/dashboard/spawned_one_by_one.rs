//! wrong: all_three_are_asked_at_once
//! says: never more than 1 at the same time
//!
//! Each question is a task, and each task is awaited before the next one is
//! spawned: 10 ms after the call there is one of them in the timeline. A task
//! runs beside its caller, but here the caller waits for it at once. What must
//! have happened before the first wait?

use lab::Office;

#[derive(Debug, PartialEq)]
pub struct Dashboard {
    pub name: String,
    pub orders: Vec<u32>,
    pub unread: usize,
}

pub async fn dashboard(office: &Office, user: &str) -> Dashboard {
    let (a, b, c) = (office.clone(), office.clone(), office.clone());
    let (x, y, z) = (user.to_owned(), user.to_owned(), user.to_owned());
    let name = tokio::spawn(async move { a.name(&x).await }).await.unwrap();
    let orders = tokio::spawn(async move { b.orders(&y).await })
        .await
        .unwrap();
    let unread = tokio::spawn(async move { c.unread(&z).await })
        .await
        .unwrap();
    Dashboard {
        name,
        orders,
        unread,
    }
}
