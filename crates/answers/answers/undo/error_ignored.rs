//! wrong: a_declined_payment_frees_the_seat
//! says: it gives Ok(())
//! says: the caller's to see
//!
//! Your function waits for the payment and does not look at what came of it.
//! The bank says no at 100 ms, and the caller hears Ok and keeps a seat that
//! nobody paid for. What does the result of the payment decide?

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
    let _ = hall.pay(seat).await;
    hold.sold = true;
    Ok(())
}
