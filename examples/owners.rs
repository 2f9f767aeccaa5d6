//! An `Arc` keeps its value until the last owner is gone.
//!
//! In Python this is every object.
//!
//!     cargo run --example owners

use std::{sync::Arc, time::Duration};
use tokio::time::{Instant, sleep};

const MAIN_KEEPS: bool = false;

struct Config(Instant);

impl Drop for Config {
    fn drop(&mut self) {
        println!("config dropped at {} ms", self.0.elapsed().as_millis());
    }
}

async fn work(takes: u64, _config: Arc<Config>) {
    sleep(Duration::from_millis(takes)).await;
}

#[tokio::main]
async fn main() {
    let config = Arc::new(Config(Instant::now()));
    tokio::spawn(work(20, config.clone()));
    tokio::spawn(work(50, config.clone()));
    println!("owners: {}", Arc::strong_count(&config));
    if !MAIN_KEEPS {
        drop(config);
    }
    sleep(Duration::from_millis(80)).await;
    println!("main ends");
}
