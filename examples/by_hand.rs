//! A future written by hand: three times pending, then ready.
//!
//! In Python this is a class whose `__await__` yields three times.
//!
//!     cargo run --example by_hand

use std::pin::Pin;
use std::task::{Context, Poll};

const WAKES: bool = true;

struct Countdown(u32);

impl Future for Countdown {
    type Output = &'static str;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<&'static str> {
        if self.0 == 0 {
            return Poll::Ready("lift-off");
        }
        println!("{} to go", self.0);
        self.0 -= 1;
        if WAKES {
            cx.waker().wake_by_ref(); // "ask me again"
        }
        Poll::Pending // "not yet"
    }
}

#[tokio::main]
async fn main() {
    let countdown = Countdown(3);
    println!("made");
    println!("{}", countdown.await);
}
