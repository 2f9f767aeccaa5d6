//! wrong: a_declined_payment_frees_the_seat
//! says: these seats are held: [5]
//! says: before that was known
//!
//! The bank says no at 100 ms, and the seat stays taken: it was counted as sold
//! before anybody looked at the answer. Perhaps a line stands between the
//! payment and the look at its result. At which point is an error out of the
//! question?

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
    let paid = hall.pay(seat).await;
    hold.sold = true;
    paid
}
