use std::collections::HashMap;
use std::time::Duration;
use tokio::sync::{Mutex, mpsc, oneshot};

struct Store {
    map: Mutex<HashMap<u32, u32>>,
}

impl Store {
    async fn get(&self, key: u32) -> Option<u32> {
        self.map.lock().await.get(&key).copied()
    }

    async fn insert(&self, key: u32, value: u32) {
        self.map.lock().await.insert(key, value);
    }

    async fn len(&self) -> usize {
        self.map.lock().await.len()
    }
}

struct Socket(usize);

impl Socket {
    async fn send(&mut self, bytes: &[u8]) -> usize {
        self.0 += bytes.len();
        self.0
    }
}

struct Hidden;

async fn ask<T: Send + 'static>(
    tx: mpsc::Sender<(T, oneshot::Sender<u32>)>,
    value: T,
) -> u32 {
    let (reply, answer) = oneshot::channel();
    tx.send((value, reply)).await.ok();
    answer.await.unwrap_or(0)
}

#[tokio::main]
async fn main() {
    tokio::spawn(async {
        loop {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
    let store = Store {
        map: Mutex::default(),
    };
    println!("{:?}", store.get(1).await);
    store.insert(1, 2).await;
    let (a, n) = tokio::join!(store.get(1), store.len());
    println!("{a:?}");
    let keys = vec![1, 2];
    println!("{} {}", n, keys.get(0).unwrap());
    let mut socket = Socket(10);
    println!("{}", socket.send(format!("n{}", 100).as_bytes()).await);
    let (plain, mut numbers) = mpsc::channel(1);
    plain.send(7).await.ok();
    numbers.recv().await;
    let (tx, mut rx) = mpsc::channel::<(Hidden, oneshot::Sender<u32>)>(1);
    let asked = tokio::spawn(ask(tx, Hidden));
    if let Some((_, reply)) = rx.recv().await {
        reply.send(1).ok();
    }
    println!("answer {}", asked.await.unwrap());
}
