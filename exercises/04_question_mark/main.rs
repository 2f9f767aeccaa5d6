//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod question_mark;

lab::exercise! { "04_question_mark", question_mark:
    a_good_day_has_its_report,
    a_city_without_a_station_is_reported,
    a_silent_station_is_reported,
    what_is_no_number_is_reported,
    the_steps_come_one_after_the_other,
    each_report_is_a_new_one,
}
