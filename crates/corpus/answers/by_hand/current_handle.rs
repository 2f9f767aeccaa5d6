//! wrong: the_output_comes_back
//! says: no reactor running
//!
//! `get_event_loop().run_until_complete(..)`: but there is none to get.

use tokio::runtime::Handle;

pub fn run<F: Future>(future: F) -> F::Output {
    Handle::current().block_on(future)
}
