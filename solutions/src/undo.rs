//! A seat that is held during the payment, and free again if that fails.

use lab::{Declined, Hall};

// begin solution
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

// end solution
/// Takes the seat with `hall.hold(seat)`, asks for the money with
/// `hall.pay(seat).await`, and keeps the seat only if the money has come.
pub async fn book(hall: Hall, seat: u32) -> Result<(), Declined> {
    // begin solution
    //~ // TODO: whatever ends this function before the money has come, the
    //~ // seat goes back with `hall.release(seat)`.
    //~ todo!("seat {seat} of {hall:?}")
    hall.hold(seat);
    let mut hold = Hold {
        hall: hall.clone(),
        seat,
        sold: false,
    };
    hall.pay(seat).await?;
    hold.sold = true;
    Ok(())
    // end solution
}
