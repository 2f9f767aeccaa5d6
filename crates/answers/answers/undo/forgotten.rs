//! right
//!
//! The destructor is kept from running.

use lab::{Declined, Hall};

struct Hold<'a>(&'a Hall, u32);

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        self.0.release(self.1);
    }
}

pub async fn book(hall: Hall, seat: u32) -> Result<(), Declined> {
    hall.hold(seat);
    let hold = Hold(&hall, seat);
    hall.pay(seat).await?;
    std::mem::forget(hold);
    Ok(())
}
