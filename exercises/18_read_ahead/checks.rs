//! A bounded queue makes the faster side wait. How far ahead does it get?

use lab::{
    Tape, check_full, check_peak, check_results, check_took, finish, law,
};

use super::exercise::*;

/// Twelve records are written as they were read.
#[lab::check]
async fn every_record_arrives_in_order() {
    let tape = Tape::reading(&[]);
    finish("copy", &tape, copy(&tape, 12, 4)).await;
    check_results(&tape, &tape.written(), &Vec::from_iter(0..12));
}

/// A record takes up memory until it is written.
#[lab::check]
async fn never_more_than_four_records_in_memory() {
    let tape = Tape::reading(&[]);
    finish("copy", &tape, copy(&tape, 20, 4)).await;
    check_peak(&tape, 4);
    check_results(&tape, &tape.written(), &Vec::from_iter(0..20));
}

/// Ten reads of 10 ms hide behind ten writes of 100 ms, all but the first.
#[lab::check]
async fn reading_and_writing_overlap() {
    let tape = Tape::reading(&[]);
    finish("copy", &tape, copy(&tape, 10, 4)).await;
    check_took(&tape, 1010);
}

/// Record 8 takes 600 ms to read. Whoever is eight records ahead by then has
/// the writer busy meanwhile.
#[lab::check]
async fn the_whole_room_is_used() {
    let times = [10, 10, 10, 10, 10, 10, 10, 10, 600];
    let tape = Tape::reading(&times);
    finish("copy", &tape, copy(&tape, 12, 8)).await;
    check_full(&tape, 8);
    check_peak(&tape, 8);
    check_took(&tape, 1210);
}

/// A limit of three is the least that is asked for.
#[lab::check]
async fn the_smallest_room_is_enough() {
    let tape = Tape::reading(&[]);
    finish("copy", &tape, copy(&tape, 6, 3)).await;
    check_peak(&tape, 3);
    check_full(&tape, 3);
    check_results(&tape, &tape.written(), &Vec::from_iter(0..6));
}

/// Any times of reading, and any limit from three on.
#[lab::check]
async fn any_tape_and_any_limit() {
    law(|case| {
        Box::pin(async move {
            let tape = Tape::reading(&case.times());
            let (records, limit) =
                (case.items.len() as u32, case.number.max(3));
            finish("copy", &tape, copy(&tape, records, limit)).await;
            check_results(&tape, &tape.written(), &Vec::from_iter(0..records));
            check_peak(&tape, limit);
            // The writer needs 100 ms for each, and waits for the first only.
            let first = case.items.first().map_or(0, |item| item.time);
            if case.longest() <= 100 {
                check_took(&tape, first + 100 * u64::from(records));
            }
        })
    });
}
