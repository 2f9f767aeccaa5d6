//! wrong: an_aborted_booking_frees_the_seat
//! says: took the money
//! says: task of its own
//!
//! The seat is given back, and the payment goes on.

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
    let payment = tokio::spawn(async move { hall.pay(seat).await });
    payment.await.expect("paying does not panic")?;
    hold.sold = true;
    Ok(())
}
