//! Each check lets pass what is right and says what is wrong.
//!
//! That the messages fit real wrong answers is tested in `crates/answers`.

use std::panic::{AssertUnwindSafe, catch_unwind};

use futures::future::join_all;
use lab::{
    Listener, Log, Mill, Office, Server, Shop, Site, Tape, Watched, check_done,
    check_each_once, check_full, check_peak, check_rate, check_rate_starts,
    check_results, check_sequence, check_starts, check_took, finish, ms,
};
use tokio::time::sleep;

/// What a check said, or nothing.
fn said(check: impl FnOnce()) -> String {
    match catch_unwind(AssertUnwindSafe(check)) {
        Ok(()) => String::new(),
        Err(panic) => *panic.downcast::<String>().expect("words"),
    }
}

#[tokio::test(start_paused = true)]
async fn a_complaint_has_four_parts() {
    let site = Site::new();
    join_all((0..4).map(|page| site.fetch(page))).await;
    let text = said(|| check_peak(&site, 3));
    let parts = ["expected: ", "happened: ", "who ran when", "likely cause: "];
    let places: Vec<usize> = parts
        .iter()
        .map(|part| text.find(part).expect(part))
        .collect();
    assert!(places.is_sorted(), "{text}");
    assert!(text.contains("page 3 |####################"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn the_peak_may_be_reached_and_not_passed() {
    let site = Site::new();
    join_all((0..3).map(|page| site.fetch(page))).await;
    check_peak(&site, 3);
    check_full(&site, 3);
    assert!(said(|| check_peak(&site, 2)).contains("3 at the same time"));
    assert!(
        said(|| check_full(&site, 4)).contains("lets in fewer than it could")
    );
}

#[tokio::test(start_paused = true)]
async fn too_many_are_told_apart() {
    let site = Site::new();
    join_all((0..4).map(|page| site.fetch(page))).await;
    site.fetch(4).await;
    assert!(said(|| check_peak(&site, 3)).contains("One too many"));
    assert!(said(|| check_peak(&site, 2)).contains("but not enough of them"));
}

#[tokio::test(start_paused = true)]
async fn the_time_is_exact() {
    let site = Site::taking(&[10, 30]);
    check_took(&site, 0);
    site.fetch(0).await;
    site.fetch(1).await;
    check_took(&site, 40);
    let text = said(|| check_took(&site, 39));
    assert!(text.contains("it took 40 ms"), "{text}");
    assert!(text.contains("one after another"), "{text}");
    assert!(said(|| check_took(&site, 41)).contains("over too soon"));
    sleep(ms(5)).await;
    assert!(said(|| check_took(&site, 40)).contains("nothing was left"));
}

#[tokio::test(start_paused = true)]
async fn what_still_runs_is_counted() {
    let site = Site::new();
    let other = site.clone();
    tokio::spawn(async move { other.fetch(0).await });
    sleep(ms(50)).await;
    let text = said(|| check_took(&site, 50));
    assert!(text.contains("and 1 had not finished"), "{text}");
    assert!(text.contains("started and not waited for"), "{text}");
    assert!(text.contains("0 -> not finished"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn what_was_dropped_is_seen() {
    let site = Site::new();
    let _ = tokio::time::timeout(ms(20), site.fetch(0)).await;
    let text = said(|| check_took(&site, 100));
    assert!(text.contains("0 -> dropped at 20 ms"), "{text}");
    assert!(text.contains("dropping a future cancels it"), "{text}");
    let text = said(|| check_each_once(&site, &["page 0"]));
    assert!(text.contains("was begun and did not finish"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn taking_turns_is_not_doing_all_the_work() {
    let mill = Mill::new();
    mill.grind(0, 0).await;
    mill.grind(0, 1).await;
    let text = said(|| check_took(&mill, 500));
    assert!(text.contains("One of them did all the work"), "{text}");
    mill.grind(1, 2).await;
    let text = said(|| check_took(&mill, 500));
    assert!(text.contains("They took turns"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn each_once_is_neither_never_nor_twice_nor_another() {
    let shop = Shop::new();
    shop.charge(1).await;
    check_each_once(&shop, &["charge 1"]);
    let text = said(|| check_each_once(&shop, &["charge 1", "pack 1"]));
    assert!(text.contains("`pack 1` never ran"), "{text}");
    let text = said(|| check_each_once(&shop, &[]));
    assert!(text.contains("`charge 1` ran too"), "{text}");
    shop.charge(1).await;
    let text = said(|| check_each_once(&shop, &["charge 1"]));
    assert!(text.contains("`charge 1` ran 2 times"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn a_sequence_does_not_overlap() {
    let shop = Shop::new();
    shop.reserve(1).await;
    tokio::join!(shop.mail("a"), shop.mail("b"));
    shop.ship(1).await;
    let mails: &[&str] = &["mail a", "mail b"];
    check_sequence(&shop, &[&["reserve 1"], mails, &["ship 1"]]);
    let text = said(|| check_sequence(&shop, &[&["mail a"], &["mail b"]]));
    assert!(text.contains("before `mail a` was finished"), "{text}");
    let text = said(|| check_sequence(&shop, &[&["pack 1"]]));
    assert!(text.contains("`pack 1` never ran"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn results_have_an_order() {
    let log = Log::new();
    check_results(&log, &[1, 2], &[1, 2]);
    let text = said(|| check_results(&log, &[2, 1], &[1, 2]));
    assert!(text.contains("wrong order"), "{text}");
    let text = said(|| check_results(&log, &[1], &[1, 2]));
    assert!(text.contains("Some results were lost"), "{text}");
    let text = said(|| check_results(&log, &[1, 3], &[1, 2]));
    assert!(text.contains("Other results"), "{text}");
    let text = said(|| check_results(&log, &[1, 1, 2], &[1, 2]));
    assert!(text.contains("several did the same work"), "{text}");
    let many = Vec::from_iter(0..50);
    let text = said(|| check_results(&log, &many, &[]));
    assert!(text.contains("11, … 50 in all]"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn starts_are_grouped_by_their_instant() {
    let log = Log::new();
    for _ in 0..2 {
        drop(log.enter("a"));
    }
    sleep(ms(10)).await;
    drop(log.enter("b"));
    check_starts(&log, &[(2, 0), (1, 10)]);
    let text = said(|| check_starts(&log, &[(2, 0), (2, 10)]));
    assert!(text.contains("began: 2 at 0 ms, 1 at 10 ms"), "{text}");
    assert!(text.contains("Not all of them"), "{text}");
    let text = said(|| check_starts(&log, &[(3, 0)]));
    assert!(text.contains("spread out or held back"), "{text}");
    let text = said(|| check_starts(&log, &[(2, 0), (2, 10)]));
    assert!(text.contains("Not all of them"), "{text}");
    drop(log.enter("c"));
    sleep(ms(5)).await;
    drop(log.enter("d"));
    let text = said(|| check_rate_starts(&log, &[(2, 0), (3, 10)]));
    assert!(text.contains("took it and did not use it"), "{text}");
    let text = said(|| check_rate_starts(&log, &[(2, 0), (2, 20)]));
    assert!(text.contains("at another moment"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn a_rate_holds_in_every_window() {
    let log = Log::new();
    for at in [0, 600, 400] {
        sleep(ms(at)).await;
        drop(log.enter("a"));
    }
    // At 0, 600 and 1000 ms: the window's end is not part of it.
    check_rate(&log, 2, 1000);
    let text = said(|| check_rate(&log, 1, 1000));
    assert!(text.contains("2 began between 0 and 1000 ms"), "{text}");
    sleep(ms(5000)).await;
    for _ in 0..3 {
        drop(log.enter("late"));
    }
    let text = said(|| check_rate(&log, 2, 1000));
    assert!(text.contains("saved up"), "{text}");
}

#[tokio::test(start_paused = true)]
#[should_panic(expected = "The rest never began")]
async fn what_never_began_is_not_done() {
    check_done(&Log::new(), 1).await;
}

#[tokio::test(start_paused = true)]
#[should_panic(expected = "it finished after the function had returned")]
async fn what_was_not_waited_for_is_not_done() {
    let shop = Shop::new();
    let other = shop.clone();
    tokio::spawn(async move { other.pack(1).await });
    check_done(&shop, 1).await;
}

#[tokio::test(start_paused = true)]
async fn the_services_do_what_they_say() {
    let office = Office::new();
    assert_eq!(office.name("ada").await, "ada Lovelace");
    assert_eq!(office.orders("ad").await, [97, 100]);
    assert_eq!(office.unread("ada").await, 3);
    check_took(&office, 600);

    let mill = Mill::taking(&[10]);
    mill.grind(1, 1).await;
    mill.grind(0, 0).await;
    assert_eq!((mill.ground(), mill.shares(2)), (vec![0, 1], vec![1, 1]));
    check_took(&mill, 510);

    let tape = Tape::reading(&[30]);
    let record = tape.read(0).await;
    assert_eq!(tape.log().inside(), 1);
    tape.write(record).await;
    assert_eq!((tape.written(), tape.log().inside()), (vec![0], 0));
    check_took(&tape, 130);
    assert_eq!(format!("{tape:?}"), "the tape");
}

#[tokio::test(start_paused = true)]
#[should_panic(expected = "waits for something that cannot happen any more")]
async fn a_deadlock_is_found_at_once() {
    // `cargo test` would show it as a hang if it took a real hour.
    finish("wait", &Log::new(), std::future::pending::<()>()).await;
}

#[tokio::test(start_paused = true)]
#[should_panic(expected = "`tick` was still at work after an hour")]
async fn an_endless_loop_that_waits_is_no_deadlock() {
    let log = Log::new();
    let endless = async {
        loop {
            log.visit("tick", ms(60_000)).await;
        }
    };
    let () = finish("tick", &log, endless).await;
}

#[tokio::test(start_paused = true)]
async fn what_ends_is_handed_on() {
    let log = Log::new();
    assert_eq!(finish("seven", &log, async { 7 }).await, 7);
    check_took(&log, 0);
}

#[tokio::test(start_paused = true)]
async fn what_is_late_may_have_one_reason() {
    let listener = Listener::with_clients(&[]);
    let server = Server(listener.book());
    drop(listener);
    sleep(ms(100)).await;
    let text = said(|| check_took(&server, 10));
    assert!(
        text.contains("more than the answers that were due"),
        "{text}"
    );
}
