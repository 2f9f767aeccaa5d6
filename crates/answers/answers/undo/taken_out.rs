//! right
//!
//! Nothing to undo: the seat was taken out.

use lab::{Declined, Hall};

struct Hold<'a> {
    hall: &'a Hall,
    seat: Option<u32>,
}

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        if let Some(seat) = self.seat {
            self.hall.release(seat);
        }
    }
}

pub async fn book(hall: Hall, seat: u32) -> Result<(), Declined> {
    hall.hold(seat);
    let mut hold = Hold {
        hall: &hall,
        seat: Some(seat),
    };
    hall.pay(seat).await?;
    hold.seat.take();
    Ok(())
}
