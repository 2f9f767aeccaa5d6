//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod quotes;

lab::exercise! { "30_quotes", quotes:
    each_news_is_shown_when_it_comes,
    nothing_is_shown_until_both_are_known,
    the_prices_go_on_when_the_rates_have_ended,
    the_rates_go_on_when_the_prices_have_ended,
    a_price_that_comes_again_is_shown_again,
    zero_is_a_number,
    a_feed_without_an_item_is_fine,
    two_at_one_instant_are_two,
    long_feeds_lose_nothing,
}
