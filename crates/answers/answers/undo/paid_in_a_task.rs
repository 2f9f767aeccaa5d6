//! wrong: an_aborted_booking_frees_the_seat
//! says: took the money
//! says: task of its own
//!
//! The payment runs in a task of its own. The booking is aborted at 50 ms and
//! the seat is free again, and the timeline shows the payment going on to 100
//! ms and taking the money. What would make the payment end with the one who
//! waits for it?

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
