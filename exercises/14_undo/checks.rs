//! Undone by whatever ends the function, unless all has gone well.

use lab::{Declined, Hall, check_that, finish, ms};
use tokio::time::{sleep, timeout};

use super::exercise::*;

/// The seats that are off the plan.
fn check_held(hall: &Hall, held: &[u32], expected: &[u32], cause: &str) {
    let words = |seats: &[u32]| match seats {
        [] => "no seat is held".to_owned(),
        seats => format!("these seats are held: {seats:?}"),
    };
    check_that(
        hall,
        held == expected,
        &words(expected),
        &words(held),
        cause,
    );
}

/// Paid, so the seat stays taken.
#[lab::check]
async fn a_paid_seat_stays_taken() {
    let hall = Hall::new();
    let booked = finish("book", &hall, book(hall.clone(), 5)).await;
    check_that(
        &hall,
        booked == Ok(()) && hall.paid() == [5],
        "seat 5 is paid, and `book` gives Ok(())",
        &format!("paid: {:?}, and `book` gives {booked:?}", hall.paid()),
        "`book` waits for the payment and gives its result.",
    );
    check_held(
        &hall,
        &hall.held(),
        &[5],
        "The payment went well, so there is nothing to undo. Who told the \
         one that undoes it?",
    );
}

/// Nobody else may buy the seat while the bank thinks.
#[lab::check]
async fn the_seat_is_held_during_the_payment() {
    let hall = Hall::new();
    let mut held = Vec::new();
    finish("book", &hall, async {
        let _ = tokio::join!(book(hall.clone(), 5), async {
            sleep(ms(50)).await;
            held = hall.held();
        });
    })
    .await;
    check_held(
        &hall,
        &held,
        &[5],
        "At 50 ms the payment is on its way. The seat is taken before it \
         begins, and given back not before it has ended.",
    );
}

/// The bank says no.
#[lab::check]
async fn a_declined_payment_frees_the_seat() {
    let hall = Hall::declining();
    let booked = finish("book", &hall, book(hall.clone(), 5)).await;
    check_that(
        &hall,
        booked == Err(Declined),
        "`book` gives Err(Declined)",
        &format!("it gives {booked:?}"),
        "The payment's error is the caller's to see.",
    );
    check_held(
        &hall,
        &hall.held(),
        &[],
        "The payment was declined. When was the seat counted as sold: before \
         that was known?",
    );
}

/// The customer closes the page at 50 ms.
#[lab::check]
async fn an_aborted_booking_frees_the_seat() {
    let hall = Hall::new();
    finish("book", &hall, async {
        let task = tokio::spawn(book(hall.clone(), 5));
        sleep(ms(50)).await;
        task.abort();
        if let Err(e) = task.await
            && e.is_panic()
        {
            std::panic::resume_unwind(e.into_panic());
        }
    })
    .await;
    check_held(
        &hall,
        &hall.held(),
        &[],
        "The booking was aborted while it waited for the payment. No line \
         after that `.await` ran, not even the one that looks at the error.",
    );
    sleep(ms(1000)).await;
    check_that(
        &hall,
        hall.paid().is_empty(),
        "nobody pays for a seat that was given back",
        "the payment went on and took the money",
        "The payment outlived the booking that waited for it. What runs in a \
         task of its own is not dropped with its waiter.",
    );
}

/// In the moment in which a timeout drops the booking, the seat is free.
#[lab::check]
async fn a_booking_that_is_cut_off_frees_the_seat_at_once() {
    let hall = Hall::new();
    let mut held = Vec::new();
    finish("book", &hall, async {
        let _ = timeout(ms(50), book(hall.clone(), 5)).await;
        held = hall.held();
    })
    .await;
    check_held(
        &hall,
        &held,
        &[],
        "The timeout has dropped the booking, and the seat is still held. \
         Either nothing gives it back on this way out, or it comes back only \
         later, by something that has to be polled first.",
    );
}

/// Seat 9 is paid, seat 2 is given up at 50 ms, seat 4 was never begun.
#[lab::check]
async fn each_booking_has_its_own_seat() {
    let hall = Hall::new();
    drop(book(hall.clone(), 4));
    let mut held = Vec::new();
    finish("book", &hall, async {
        let _ = tokio::join!(
            book(hall.clone(), 9),
            timeout(ms(50), book(hall.clone(), 2)),
            async {
                sleep(ms(70)).await;
                held = hall.held();
            },
        );
    })
    .await;
    let cause = "Each booking holds one seat and gives back that one. A booking \
                 that nobody has polled holds none.";
    check_held(&hall, &held, &[9], cause);
    check_held(&hall, &hall.held(), &[9], cause);
}
