//! wrong: a_paid_seat_stays_taken
//! says: no seat is held
//! says: nothing to undo
//!
//! The payment goes well at 100 ms, and the seat is given back all the same.
//! Perhaps what gives it back runs at every end, and nothing has told it that
//! this end is the good one. What would it have to know, and from when on?

use lab::{Declined, Hall};

struct Hold(Hall, u32);

impl Drop for Hold {
    fn drop(&mut self) {
        self.0.release(self.1);
    }
}

pub async fn book(hall: Hall, seat: u32) -> Result<(), Declined> {
    hall.hold(seat);
    let _hold = Hold(hall.clone(), seat);
    hall.pay(seat).await
}
