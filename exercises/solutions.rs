//! Every exercise's checks on its solution: `cargo test -p solutions`.
//!
//! Generated: cargo run -p checker --example exercises -- generate

#[path = "01_total_time"]
mod total_time {
    use solutions::total_time as exercise;
    mod checks;
}

#[path = "02_by_hand"]
mod by_hand {
    use solutions::by_hand as exercise;
    mod checks;
}

#[path = "03_fallback"]
mod fallback {
    use solutions::fallback as exercise;
    mod checks;
}

#[path = "03_forgotten"]
mod forgotten {
    use solutions::forgotten as exercise;
    mod checks;
}

#[path = "04_question_mark"]
mod question_mark {
    use solutions::question_mark as exercise;
    mod checks;
}

#[path = "04_recursion"]
mod recursion {
    use solutions::recursion as exercise;
    mod checks;
}

#[path = "05_reports"]
mod reports {
    use solutions::reports as exercise;
    mod checks;
}

#[path = "05_run_all"]
mod run_all {
    use solutions::run_all as exercise;
    mod checks;
}

#[path = "06_luggage"]
mod luggage {
    use solutions::luggage as exercise;
    mod checks;
}

#[path = "06_share"]
mod share {
    use solutions::share as exercise;
    lab::explored!("../solutions/src/share.rs");
    mod checks;
}

#[path = "07_dashboard"]
mod dashboard {
    use solutions::dashboard as exercise;
    mod checks;
}

#[path = "07_gather"]
mod gather {
    use solutions::gather as exercise;
    mod checks;
}

#[path = "08_outcomes"]
mod outcomes {
    use solutions::outcomes as exercise;
    mod checks;
}

#[path = "09_first_two"]
mod first_two {
    use solutions::first_two as exercise;
    mod checks;
}

#[path = "09_progress"]
mod progress {
    use solutions::progress as exercise;
    mod checks;
}

#[path = "10_named"]
mod named {
    use solutions::named as exercise;
    mod checks;
}

#[path = "10_task_group"]
mod task_group {
    use solutions::task_group as exercise;
    mod checks;
}

#[path = "11_first_ok"]
mod first_ok {
    use solutions::first_ok as exercise;
    mod checks;
}

#[path = "11_hedged"]
mod hedged {
    use solutions::hedged as exercise;
    mod checks;
}

#[path = "12_one_deadline"]
mod one_deadline {
    use solutions::one_deadline as exercise;
    mod checks;
}

#[path = "12_partial"]
mod partial {
    use solutions::partial as exercise;
    mod checks;
}

#[path = "13_heartbeat"]
mod heartbeat {
    use solutions::heartbeat as exercise;
    mod checks;
}

#[path = "14_open_connections"]
mod open_connections {
    use solutions::open_connections as exercise;
    lab::explored!("../solutions/src/open_connections.rs");
    mod checks;
}

#[path = "14_undo"]
mod undo {
    use solutions::undo as exercise;
    mod checks;
}

#[path = "15_critical_write"]
mod critical_write {
    use solutions::critical_write as exercise;
    mod checks;
}

#[path = "15_flush"]
mod flush {
    use solutions::flush as exercise;
    mod checks;
}

#[path = "16_lines"]
mod lines {
    use solutions::lines as exercise;
    mod checks;
}

#[path = "16_reserve"]
mod reserve {
    use solutions::reserve as exercise;
    mod checks;
}

#[path = "17_grace"]
mod grace {
    use solutions::grace as exercise;
    mod checks;
}

#[path = "17_serve"]
mod serve {
    use solutions::serve as exercise;
    mod checks;
}

#[path = "18_pipeline"]
mod pipeline {
    use solutions::pipeline as exercise;
    mod checks;
}

#[path = "18_read_ahead"]
mod read_ahead {
    use solutions::read_ahead as exercise;
    mod checks;
}

#[path = "19_counter_actor"]
mod counter_actor {
    use solutions::counter_actor as exercise;
    mod checks;
}

#[path = "19_latest"]
mod latest {
    use solutions::latest as exercise;
    mod checks;
}

#[path = "20_tally"]
mod tally {
    use solutions::tally as exercise;
    lab::explored!("../solutions/src/tally.rs");
    mod checks;
}

#[path = "20_transfer"]
mod transfer {
    use solutions::transfer as exercise;
    lab::explored!("../solutions/src/transfer.rs");
    mod checks;
}

#[path = "21_lost_permit"]
mod lost_permit {
    use solutions::lost_permit as exercise;
    mod checks;
}

#[path = "21_rate_limit"]
mod rate_limit {
    use solutions::rate_limit as exercise;
    mod checks;
}

#[path = "21_semaphore"]
mod semaphore {
    use solutions::semaphore as exercise;
    mod checks;
}

#[path = "22_bounded_buffer"]
mod bounded_buffer {
    use solutions::bounded_buffer as exercise;
    lab::explored!("../solutions/src/bounded_buffer.rs");
    mod checks;
}

#[path = "22_gate"]
mod gate {
    use solutions::gate as exercise;
    lab::explored!("../solutions/src/gate.rs");
    mod checks;
}

#[path = "29_timed"]
mod timed {
    use solutions::timed as exercise;
    mod checks;
}

#[path = "29_transaction"]
mod transaction {
    use solutions::transaction as exercise;
    mod checks;
}

#[path = "29_with_temp"]
mod with_temp {
    use solutions::with_temp as exercise;
    mod checks;
}

#[path = "30_first_over"]
mod first_over {
    use solutions::first_over as exercise;
    mod checks;
}

#[path = "30_paginator"]
mod paginator {
    use solutions::paginator as exercise;
    mod checks;
}

#[path = "30_quotes"]
mod quotes {
    use solutions::quotes as exercise;
    mod checks;
}
