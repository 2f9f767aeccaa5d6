//! One owner: a register that only one task touches.

use lab::Register;

/// Reaches the task that owns the register. Clones reach the same task.
#[derive(Clone)]
pub struct Counter {
    // What a clone needs to reach the task.
}

/// Gives the register to a task. At most `room` commands wait for it; it ends
/// when the last `Counter` is gone and all commands are done.
pub fn start(register: Register, room: usize) -> Counter {
    // TODO: a queue of commands, a task that takes them, and the two
    // methods below. The register has `add(n)` and `read()`, both async.
    todo!("{register:?} with room for {room}")
}

impl Counter {
    /// Returns when the command is in the queue.
    pub async fn add(&self, n: u32) {
        todo!("add {n}")
    }

    /// The total, after all that was added before, and before what is added
    /// later.
    pub async fn get(&self) -> u32 {
        todo!()
    }
}
