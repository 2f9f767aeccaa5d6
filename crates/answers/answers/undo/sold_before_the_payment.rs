//! wrong: a_declined_payment_frees_the_seat
//! says: before that was known
//!
//! The bank says no at 100 ms, and the seat stays taken: it was counted as sold
//! too early. Perhaps that happens before the payment is even asked for. Which
//! is the first line at which you know that the money has come?

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
