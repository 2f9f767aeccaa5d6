//! wrong: no_addition_is_lost
//! says: 5 at the same time
//! says: Nobody was made to wait
//!
//! No owner: each client uses the register itself.

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
