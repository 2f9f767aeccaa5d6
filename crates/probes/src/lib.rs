//! What the copy of a program calls: the probes around its futures.
//!
//! Tokio tells nothing of futures that are not tasks. So the copy wraps each
//! call of the program's own async functions, each async block and each
//! branch of `join!` and `select!`.
//!
//! A copy is compiled with this crate and with what the program itself uses,
//! and with nothing else: an `impl` of another crate could change what the
//! program means. So this crate depends on Tokio alone, and the recorder is
//! told through a trait.

mod calls;
mod future;
mod print;
mod recorder;
mod runtime;
mod show;
mod start;

pub use calls::{
    At, Calling, at, calling, name, received, result, sending, sent, taken,
    tried,
};
pub use future::{Error, Probed, clones_own_waker, future};
pub use print::{eprint, line, print};
pub use recorder::{FutureId, Made, Note, Recorder, listen};
pub use runtime::{
    Root, current_thread, local_runtime, multi_thread, root, runtime,
};
pub use show::{Fallback, Show};
pub use start::{Main, Start, boxed, ended};
