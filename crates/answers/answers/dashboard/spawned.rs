//! right
//!
//! Three tasks, spawned before the first is awaited.

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
    let name = tokio::spawn(async move { a.name(&x).await });
    let orders = tokio::spawn(async move { b.orders(&y).await });
    let unread = tokio::spawn(async move { c.unread(&z).await });
    let name = name.await.expect("no panic");
    let orders = orders.await.expect("no panic");
    let unread = unread.await.expect("no panic");
    Dashboard {
        name,
        orders,
        unread,
    }
}
