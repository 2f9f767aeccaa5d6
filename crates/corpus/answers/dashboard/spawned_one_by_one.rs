//! wrong: all_three_are_asked_at_once
//! says: never more than 1 at the same time
//!
//! A task each, but each is awaited before the next is spawned.

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
