//! wrong: a_paid_seat_stays_taken
//! says: no seat is held
//! says: Who told the one that undoes it?
//!
//! The payment goes well at 100 ms, and the seat is free: it was given back,
//! perhaps long before the money came. A value that is bound to `_` is dropped
//! in the same statement, and its destructor runs there. How long does your
//! guard live, and what ends its duty?

use lab::{Declined, Hall};

struct Hold {
    hall: Hall,
    seat: u32,
    sold: bool,
}

impl Drop for Hold {
    fn drop(&mut self) {
        if !self.sold {
            self.hall.release(self.seat);
        }
    }
}

fn hold(hall: &Hall, seat: u32) -> Hold {
    hall.hold(seat);
    let hall = hall.clone();
    Hold {
        hall,
        seat,
        sold: false,
    }
}

pub async fn book(hall: Hall, seat: u32) -> Result<(), Declined> {
    let _ = hold(&hall, seat);
    hall.pay(seat).await
}
