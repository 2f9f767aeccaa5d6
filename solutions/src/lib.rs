//! One good answer to each exercise. The stubs are cut from these files.
//!
//! Generated: cargo run -p checker --example exercises -- generate

pub mod bounded_buffer;
pub mod by_hand;
pub mod counter_actor;
pub mod critical_write;
pub mod dashboard;
pub mod fallback;
pub mod first_ok;
pub mod first_two;
pub mod flush;
pub mod forgotten;
pub mod gate;
pub mod gather;
pub mod grace;
pub mod heartbeat;
pub mod hedged;
pub mod latest;
pub mod lines;
pub mod lost_permit;
pub mod luggage;
pub mod named;
pub mod one_deadline;
pub mod open_connections;
pub mod outcomes;
pub mod partial;
pub mod pipeline;
pub mod progress;
pub mod question_mark;
pub mod rate_limit;
pub mod read_ahead;
pub mod recursion;
pub mod reports;
pub mod reserve;
pub mod run_all;
pub mod semaphore;
pub mod serve;
pub mod share;
pub mod tally;
pub mod task_group;
pub mod total_time;
pub mod transfer;
pub mod undo;
