//! wrong: a_declined_payment_frees_the_seat
//! says: before that was known
//!
//! The flag is set before the await.

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
    let mut hold = hold(&hall, seat);
    hold.sold = true;
    hall.pay(seat).await
}
