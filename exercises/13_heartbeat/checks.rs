//! At once, on time, never in bursts, and gone when it is dropped.

use lab::{
    Monitor, Watched, check_cancelled, check_that, check_value, finish, ms,
};
use tokio::time::{sleep, timeout};

use super::exercise::*;

/// Lets it beat for so many milliseconds, and drops it then.
async fn beat_for(monitor: &Monitor, period: u64, time: u64) {
    let endless = heartbeat(monitor.clone(), ms(period));
    let _ = finish("heartbeat", monitor, timeout(ms(time), endless)).await;
}

fn check_begins(monitor: &Monitor, expected: &[u128], cause: &str) {
    let begins = monitor.begins();
    check_value(
        monitor,
        "monitor.begins()",
        &begins,
        &expected.into(),
        cause,
    );
}

/// The first beat takes 250 ms, and the period is 100 ms.
#[lab::check]
async fn no_two_beats_come_closer_than_a_period() {
    let monitor = Monitor::taking(&[250]);
    beat_for(&monitor, 100, 480).await;
    let begins = monitor.begins();
    let close = begins.windows(2).find(|two| two[1] - two[0] < 100);
    let Some([one, next]) = close else { return };
    check_that(
        &monitor,
        false,
        "100 ms or more from the begin of a beat to the begin of the next",
        &format!("one began at {one} ms, and the next at {next} ms"),
        "A beat took longer than the period, so a tick was missed. Was it \
         made good as soon as possible? Or did the next beat keep to the \
         multiples of the period? Neither looks at when the last beat began.",
    );
}

/// While the first beat is under way, for 250 ms, no other begins.
#[lab::check]
async fn one_beat_at_a_time() {
    let monitor = Monitor::taking(&[250]);
    beat_for(&monitor, 100, 480).await;
    check_that(
        &monitor,
        monitor.log().peak() <= 1,
        "a beat begins when the one before is over",
        &format!("{} were under way together", monitor.log().peak()),
        "Nobody waits for the beat: it was spawned. A monitor that is slow \
         gets more and more of them.",
    );
}

/// Nobody has to wait for the first one.
#[lab::check]
async fn the_first_beat_comes_at_once() {
    let monitor = Monitor::taking(&[]);
    beat_for(&monitor, 100, 50).await;
    let cause = match monitor.begins().len() {
        0 | 1 => {
            "The first beat does not wait for a period: it is due when the \
             function begins. Is there a wait in front of it?"
        }
        _ => {
            "The second beat is due a period after the first one. An \
             interval's first tick comes at once: is there a beat before it?"
        }
    };
    check_begins(&monitor, &[0], cause);
}

/// Beats of 30 ms are a part of the period.
#[lab::check]
async fn slow_beats_do_not_shift_the_rhythm() {
    let monitor = Monitor::taking(&[30, 30, 30, 30]);
    beat_for(&monitor, 100, 350).await;
    check_begins(
        &monitor,
        &[0, 100, 200, 300],
        "The period goes from the begin of a beat to the begin of the next. \
         Does it count from the end of the beat, so that each beat makes it \
         longer?",
    );
}

/// Late at 250 ms, and from there every 100 ms.
#[lab::check]
async fn after_a_stall_the_rhythm_begins_anew() {
    let monitor = Monitor::taking(&[250]);
    beat_for(&monitor, 100, 480).await;
    check_begins(
        &monitor,
        &[0, 250, 350, 450],
        "The late beat comes as soon as the stalled one is over, not earlier \
         and not later; the next one a period after that.",
    );
}

/// It has beaten at 0, 100 and 200 ms, and the last beat is dropped.
#[lab::check]
async fn who_drops_it_stops_it() {
    let monitor = Monitor::taking(&[10, 10, 80]);
    beat_for(&monitor, 100, 250).await;
    sleep(ms(1000)).await;
    check_begins(
        &monitor,
        &[0, 100, 200],
        "It was dropped at 250 ms, and then a second went by. A task that it \
         has started belongs to the runtime and knows nothing of that.",
    );
    check_cancelled(&monitor, "beat 2", 250).await;
}

/// A beat every 60 s, dropped after 10 s, has beaten once.
#[lab::check]
async fn other_periods_are_kept_too() {
    let monitor = Monitor::taking(&[]);
    beat_for(&monitor, 60_000, 10_000).await;
    let cause = "Ten seconds are less than a minute: only the first beat.";
    check_begins(&monitor, &[0], cause);
}

/// A period of 70 ms, and beats of 30, 200, 10, 333 and 5 ms.
#[lab::check]
async fn odd_times_and_two_stalls() {
    let monitor = Monitor::taking(&[30, 200, 10, 333, 5]);
    beat_for(&monitor, 70, 900).await;
    check_begins(
        &monitor,
        &[0, 70, 270, 340, 673, 743, 813, 883],
        "Beats 1 and 3 take longer than a period. The beat after each of them \
         comes as soon as it is over, and the periods count from there.",
    );
}
