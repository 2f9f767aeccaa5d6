//! wrong: no_addition_is_lost
//! says: 5 at the same time
//! says: Nobody was made to wait
//!
//! Five additions run at the same time, all at 0 ms. Each reads the total,
//! waits, and writes its own sum, so four of them get lost. Perhaps every
//! client uses the register itself: who should be the only one to touch it?

use lab::Register;

#[derive(Clone)]
pub struct Counter {
    register: Register,
}

pub fn start(register: Register, _room: usize) -> Counter {
    Counter { register }
}

impl Counter {
    pub async fn add(&self, n: u32) {
        self.register.add(n).await;
    }

    pub async fn get(&self) -> u32 {
        self.register.read().await
    }
}
