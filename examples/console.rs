//! A small busy program to watch with tokio-console.
//!
//! In Python this is `asyncio.run(main(), debug=True)`, and then the log.
//!
//!     cargo run --example console --features console

use std::{future, process::ExitCode, sync::Arc, thread, time::Duration};
use tokio::{
    sync::{
        Semaphore,
        mpsc::{self, Receiver, Sender},
    },
    time::sleep,
};

/// Fills the queue, and then waits for a slot most of the time.
async fn produce(tx: Sender<u32>) {
    for item in 0.. {
        if tx.send(item).await.is_err() {
            return;
        }
    }
}

async fn consume(mut rx: Receiver<u32>) {
    while rx.recv().await.is_some() {
        sleep(Duration::from_millis(200)).await;
    }
}

/// Four of these share two permits.
async fn download(permits: Arc<Semaphore>) {
    while let Ok(_permit) = permits.acquire().await {
        sleep(Duration::from_millis(300)).await;
    }
}

// ANCHOR: bugs
/// A bug to find: it blocks its thread for 100 ms of every 400 ms.
async fn blocks() {
    loop {
        thread::sleep(Duration::from_millis(100));
        sleep(Duration::from_millis(300)).await;
    }
}

/// Another bug: it waits for something that can never come.
async fn lost() {
    future::pending().await
}
// ANCHOR_END: bugs

#[tokio::main]
async fn main() -> ExitCode {
    // Without this flag Tokio reports nothing, and the console would panic.
    if !cfg!(tokio_unstable) {
        eprintln!(
            "This example needs `--cfg tokio_unstable`. The repository sets \
             it in .cargo/config.toml,\nbut the variable RUSTFLAGS, where it \
             is set, takes its place. Unset it, or run\n\n    \
             RUSTFLAGS=\"--cfg tokio_unstable\" \
             cargo run --example console --features console"
        );
        return ExitCode::FAILURE;
    }
    console_subscriber::init();

    let (tx, rx) = mpsc::channel(8);
    tokio::spawn(produce(tx));
    tokio::spawn(consume(rx));
    let permits = Arc::new(Semaphore::new(2));
    for _ in 1..=4 {
        tokio::spawn(download(permits.clone()));
    }
    tokio::spawn(blocks());
    tokio::spawn(lost());

    println!("two minutes to watch: start tokio-console in another terminal");
    sleep(Duration::from_secs(120)).await;
    ExitCode::SUCCESS
}
