//! Each wait and each wake is followed back to its cause.

#[path = "kit/kit.rs"]
mod kit;

use kit::script;
use timeline::why::{ChainEnd, blocked, led_to};
use timeline::{
    By, End, EventKind, Outcome, ResourceKind, Run, WaitFor, check,
};

/// Two tasks that take two locks in opposite order.
fn two_locks() -> Run {
    let mut s = script();
    let a = s.resource(ResourceKind::Mutex, "a", 3, 1);
    let b = s.resource(ResourceKind::Mutex, "b", 4, 1);
    s.poll(0);
    let one = s.spawn(0, "one", 5);
    let two = s.spawn(0, "two", 6);
    s.wait_of(0, WaitFor::Join, &[one], 30).pending(0);
    s.poll(one).acquire(one, a, 1);
    s.until(one, WaitFor::Timer, 10, 12).pending(one);
    s.poll(two).acquire(two, b, 1);
    s.until(two, WaitFor::Timer, 10, 22).pending(two);
    s.at(10)
        .wake(one, By::Timer, None)
        .wake(two, By::Timer, None);
    s.poll(one)
        .wait(one, WaitFor::Lock, Some(b), 13)
        .pending(one);
    s.poll(two)
        .wait(two, WaitFor::Lock, Some(a), 23)
        .pending(two);
    s.run(Outcome::Deadlock)
}

#[test]
fn a_deadlock_of_two_locks_is_a_circle() {
    let run = two_locks();
    let chain = blocked(&run, 0, run.events.len());
    assert_eq!(chain.end, ChainEnd::Circle(1));
    assert_eq!(
        chain.words(),
        "main waits for one to end (line 30); one waits for lock b (line 13), \
         which two holds; two waits for lock a (line 23), which one holds: a \
         circle, so none of them can go on."
    );
    // Each link leads to the mark that it tells of.
    for link in &chain.links {
        let kind = &run.events[link.at].kind;
        assert!(matches!(kind, EventKind::Wait { .. }));
        assert_eq!(kind.lane(), link.lane);
    }
}

#[test]
fn who_waits_for_a_permit_learns_who_holds_it_and_since_when() {
    let mut s = script();
    let permits = s.resource(ResourceKind::Semaphore, "permits", 3, 1);
    s.poll(0).acquire(0, permits, 1);
    let work = s.spawn(0, "work", 5);
    s.until(0, WaitFor::Timer, 10, 6).pending(0);
    s.poll(work)
        .wait(work, WaitFor::Permit, Some(permits), 12)
        .pending(work);
    let parked = s.run(Outcome::Ok).events.len();
    s.at(10).wake(0, By::Timer, None).poll(0);
    s.release(0, permits, Some(work), 7)
        .wake(work, By::Lane(0), Some(7));
    s.wait(0, WaitFor::Permit, Some(permits), 8).pending(0);
    s.poll(work).acquire(work, permits, 1);
    s.until(work, WaitFor::Timer, 30, 13).pending(work);
    let mut run = s.run(Outcome::Ok);
    assert_eq!(
        blocked(&run, work, parked).words(),
        "work waits for a permit (line 12), which main holds; main sleeps \
         until 10 ms (line 6)."
    );
    let chain = blocked(&run, 0, run.events.len());
    assert_eq!(
        chain.words(),
        "main waits for a permit (line 8), which work holds since line 12; \
         work sleeps until 30 ms (line 13)."
    );
    assert_eq!(chain.end, ChainEnd::Time);
    // It ends, and keeps what it has taken.
    run.events.push(run.events[run.events.len() - 1].clone());
    run.events.last_mut().unwrap().kind = EventKind::End {
        lane: work,
        how: End::Done,
        message: None,
        site: None,
    };
    assert_eq!(
        blocked(&run, 0, run.events.len()).words(),
        "main waits for a permit (line 8), which work took (line 12) and has \
         not given back; work has ended."
    );
}

#[test]
fn a_second_read_stands_behind_who_wants_to_write() {
    let mut s = script();
    let config = s.resource(ResourceKind::RwLock, "config", 3, 100);
    s.poll(0).acquire(0, config, 1);
    let writer = s.spawn(0, "writer", 5);
    s.wait(0, WaitFor::Turn, None, 6).pending(0);
    s.poll(writer);
    s.wait_n(writer, WaitFor::Lock, (config, 100), 12)
        .pending(writer);
    s.wake(0, By::Runtime, None).poll(0);
    s.wait(0, WaitFor::Lock, Some(config), 7).pending(0);
    let run = s.run(Outcome::Deadlock);
    assert_eq!(
        blocked(&run, 0, run.events.len()).words(),
        "main waits for the lock to read (line 7), behind writer, which waits \
         to write; writer waits for the lock to write (line 12), which main \
         holds: a circle, so none of them can go on."
    );
}

#[test]
fn of_several_branches_each_is_told() {
    let mut s = script();
    let channel = s.resource(ResourceKind::Channel, "(tx, rx)", 3, 4);
    s.poll(0);
    let message = s.branch(0, "rx.recv()", 11);
    let tick = s.branch(0, "tick", 12);
    s.poll(message)
        .wait(message, WaitFor::Message, Some(channel), 11);
    s.pending(message);
    s.poll(tick)
        .until(tick, WaitFor::Tick, 20, 12)
        .pending(tick);
    s.wait_of(0, WaitFor::Branches, &[], 10).pending(0);
    let run = s.run(Outcome::Ok);
    let chain = blocked(&run, 0, run.events.len());
    assert_eq!(
        chain.words(),
        "main waits for its branches (line 10): rx.recv() waits for a message \
         (line 11) and tick waits for its next tick until 20 ms (line 12)."
    );
    assert_eq!(chain.end, ChainEnd::Time);
}

#[test]
fn full_channels_in_a_circle_are_found() {
    let mut s = script();
    let orders = s.resource(ResourceKind::Channel, "(orders, kitchen)", 3, 1);
    let dishes = s.resource(ResourceKind::Channel, "(dishes, table)", 4, 1);
    s.poll(0);
    let cook = s.spawn(0, "cook", 5);
    s.acquire(0, orders, 1).send(0, Some(orders), "soup", 6);
    s.wait(0, WaitFor::Slot, Some(orders), 7).pending(0);
    s.poll(cook).release(cook, orders, Some(0), 12);
    s.receive(cook, Some(orders), "soup");
    s.acquire(cook, dishes, 1)
        .send(cook, Some(dishes), "hot", 13);
    s.wait(cook, WaitFor::Slot, Some(dishes), 13).pending(cook);
    s.poll(0)
        .acquire(0, orders, 1)
        .send(0, Some(orders), "tea", 7);
    s.release(0, dishes, None, 8)
        .receive(0, Some(dishes), "hot");
    s.wait(0, WaitFor::Slot, Some(orders), 9).pending(0);
    let run = s.run(Outcome::Deadlock);
    let chain = blocked(&run, 0, run.events.len());
    assert_eq!(chain.end, ChainEnd::Circle(0));
    let words = chain.words();
    assert!(
        words.contains("; cook takes from it; cook waits for"),
        "{words}"
    );
    assert!(words.contains("; main takes from it: a circle"), "{words}");
}

#[test]
fn a_poll_is_followed_back_to_its_timer() {
    let mut s = script();
    s.poll(0);
    let work = s.spawn(0, "work", 5);
    s.wait_of(0, WaitFor::Join, &[work], 6).pending(0);
    s.poll(work)
        .until(work, WaitFor::Timer, 10, 12)
        .pending(work);
    s.at(10)
        .wake(work, By::Timer, None)
        .poll(work)
        .end(work, End::Done);
    s.wake(0, By::Lane(work), None).poll(0);
    let run = s.run(Outcome::Ok);
    let chain = led_to(&run, run.events.len() - 1);
    assert_eq!(
        chain.words(),
        "main is polled; work wakes main; work is done; work is polled; the \
         sleep of work until 10 ms is over (line 12)."
    );
    assert_eq!(chain.end, ChainEnd::Time);
    let first = run
        .events
        .iter()
        .position(|event| event.kind == EventKind::Poll { lane: work });
    assert_eq!(
        led_to(&run, first.unwrap()).words(),
        "work is polled for the first time; main spawns work (line 5); main \
         begins."
    );
}

#[test]
fn runs_made_by_hand_are_sound() {
    check(&two_locks()).unwrap();
}
