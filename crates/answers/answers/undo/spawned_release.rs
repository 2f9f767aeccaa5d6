//! wrong: a_booking_that_is_cut_off_frees_the_seat_at_once
//! says: is still held
//! says: has to be polled first
//!
//! The destructor hands the seat to a new task, which gives it back. When the
//! timeout drops the booking, at 50 ms, that task has not had its turn, and the
//! seat is still held. Does giving a seat back need an `.await`?

use lab::{Declined, Hall};

struct Hold {
    hall: Hall,
    seat: u32,
    sold: bool,
}

impl Drop for Hold {
    fn drop(&mut self) {
        if !self.sold {
            let (hall, seat) = (self.hall.clone(), self.seat);
            tokio::spawn(async move { hall.release(seat) });
        }
    }
}

pub async fn book(hall: Hall, seat: u32) -> Result<(), Declined> {
    hall.hold(seat);
    let mut hold = Hold {
        hall: hall.clone(),
        seat,
        sold: false,
    };
    let paid = hall.pay(seat).await;
    hold.sold = paid.is_ok();
    drop(hold);
    tokio::task::yield_now().await;
    paid
}
