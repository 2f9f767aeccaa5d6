//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod paginator;

lab::exercise! { "30_paginator", paginator:
    every_item_comes_in_its_order,
    it_stops_at_the_first_empty_page,
    nothing_is_asked_for_before_it_is_wanted,
    no_page_is_asked_for_ahead,
    a_short_page_is_not_the_end,
    an_empty_page_is_the_end_whatever_follows,
    an_empty_catalog_has_no_items,
    an_item_comes_with_its_page,
    many_pages_are_fine,
    a_stream_that_is_dropped_asks_no_more,
    each_stream_begins_at_page_one,
}
