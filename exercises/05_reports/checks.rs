//! A task that nobody awaits, and still somebody hears of its end.

use std::sync::{Arc, Mutex};

use lab::{Log, check_full, check_results, ms, survive};
use tokio::time::sleep;

use super::exercise::*;

/// What was reported, and after how many milliseconds.
type Heard = Arc<Mutex<Vec<(Trouble, u128)>>>;

async fn job(log: Log, how: &str) -> Result<(), String> {
    log.visit("job", ms(123)).await;
    match how {
        "fails" => Err("disk full".to_owned()),
        "panics" => panic!("no such table"),
        _ => Ok(()),
    }
}

/// Starts such a job, waits a second, and says what was heard by then.
async fn heard(log: &Log, how: &'static str) -> Vec<(Trouble, u128)> {
    let heard = Heard::default();
    let (ear, clock) = (Arc::clone(&heard), log.clone());
    let call = async {
        in_background(job(log.clone(), how), move |trouble| {
            let at = clock.now().as_millis();
            ear.lock().expect("nobody panics").push((trouble, at));
        });
        sleep(ms(1000)).await;
    };
    survive("in_background", log, call).await;
    let mut heard = heard.lock().expect("nobody panics");
    heard.drain(..).collect()
}

/// After 123 ms the job returns an `Err`. It is reported then, and once.
#[lab::check]
async fn an_error_is_reported_when_it_happens() {
    let log = Log::new();
    let got = heard(&log, "fails").await;
    let expected = (Trouble::Error("disk full".to_owned()), 123);
    check_results(&log, &got, &[expected]);
}

/// After 123 ms the job panics: no `Err` will ever come.
#[lab::check]
async fn a_panic_is_reported_too() {
    let log = Log::new();
    let got = heard(&log, "panics").await;
    check_results(&log, &got, &[(Trouble::Panic, 123)]);
}

/// The job runs to its end, and there is nothing to report.
#[lab::check]
async fn a_good_end_is_not_reported() {
    let log = Log::new();
    let got = heard(&log, "works").await;
    check_results(&log, &got, &[]);
    check_full(&log, 1);
}

/// Three calls in a row: three jobs at the same time.
#[lab::check]
async fn the_caller_goes_on_at_once() {
    let log = Log::new();
    let calls = async {
        for _ in 0..3 {
            in_background(job(log.clone(), "works"), drop);
        }
        sleep(ms(1000)).await;
    };
    survive("in_background", &log, calls).await;
    check_full(&log, 3);
}

/// Three jobs fail, after 350 ms, 7 ms and forty minutes.
#[lab::check]
async fn each_end_is_reported_at_its_own_moment() {
    let log = Log::new();
    let heard = Heard::default();
    let calls = async {
        for time in [350, 7, 2_400_000] {
            let (log, clock, ear) =
                (log.clone(), log.clone(), Arc::clone(&heard));
            let job = async move {
                log.visit(format!("job of {time} ms"), ms(time)).await;
                Err(format!("after {time} ms"))
            };
            in_background(job, move |trouble| {
                let at = clock.now().as_millis();
                ear.lock().expect("nobody panics").push((trouble, at));
            });
        }
        sleep(ms(3_000_000)).await;
    };
    survive("in_background", &log, calls).await;
    let expected = [7, 350, 2_400_000].map(|time| {
        (
            Trouble::Error(format!("after {time} ms")),
            u128::from(time as u32),
        )
    });
    let heard = heard.lock().expect("nobody panics");
    check_results(&log, &heard, &expected);
}
