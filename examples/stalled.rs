//! One task that blocks its thread, and who else has to wait for it.
//!
//! In Python it stops everybody, as there is one thread.
//!
//!     cargo run --example stalled

use std::{error::Error, net::TcpStream, thread, time::Duration};
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::time::{Instant, sleep};

const MS: Duration = Duration::from_millis(1);

/// A task that waits, and then computes without an `.await`.
async fn compute() {
    sleep(20 * MS).await;
    thread::sleep(150 * MS); // blocks its thread
}

/// Waits for a timer and for a socket. Both are ready after 50 ms.
async fn others() -> Result<(u128, u128), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let start = Instant::now();
    thread::spawn(move || {
        thread::sleep(50 * MS);
        TcpStream::connect(address).map(drop)
    });
    let timer = async {
        sleep(50 * MS).await;
        start.elapsed().as_millis()
    };
    let socket = async {
        let call = listener.accept().await;
        call.map(|_| start.elapsed().as_millis())
    };
    let (timer, socket) = tokio::join!(timer, socket);
    Ok((timer, socket?))
}

fn main() -> Result<(), Box<dyn Error>> {
    for workers in [2, 8, 16] {
        let mut builder = Builder::new_multi_thread();
        let runtime = builder.worker_threads(workers).enable_all().build()?;
        let (mut timer, mut socket) = (0, 0); // the latest of five rounds
        for _ in 0..5 {
            let task = runtime.spawn(compute());
            let round = runtime.block_on(others())?;
            (timer, socket) = (timer.max(round.0), socket.max(round.1));
            runtime.block_on(task)?;
        }
        println!("{workers} workers: timer {timer} ms, socket {socket} ms");
    }
    Ok(())
}
