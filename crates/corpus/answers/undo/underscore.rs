//! wrong: a_paid_seat_stays_taken
//! says: no seat is held
//! says: Who told the one that undoes it?
//!
//! The guard is dropped at once, and so is the seat.

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
