//! wrong: the_output_comes_back
//! says: no reactor running
//!
//! `Handle::current()` asks for the runtime that this thread already has, as
//! `asyncio.get_running_loop()` asks for the loop. A plain function is called
//! where there is none, so it panics before the future is polled even once. Who
//! makes the runtime, if nobody has made one?

use tokio::runtime::Handle;

pub fn run<F: Future>(future: F) -> F::Output {
    Handle::current().block_on(future)
}
