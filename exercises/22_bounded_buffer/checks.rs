//! A condition, a wait, and changes that come at the worst moment.

use std::sync::Arc;

use lab::explore::{Race, explore, thread};
use lab::{
    Shelf, Watched, check_results, check_that, finish, law, ms, survive,
};
use tokio::join;
use tokio::time::sleep;

use super::exercise::*;
use super::explored;

fn check_at(shelf: &Shelf, what: &str, from: u64, to: u64) {
    let now = shelf.log().now().as_millis() as u64;
    check_that(
        shelf,
        (from..=to).contains(&now),
        &format!("{what} between {from} and {to} ms"),
        &format!("at {now} ms"),
        if now < from {
            "Nobody had to wait, although there was nothing to have."
        } else {
            "The news came late: is somebody told at once when the shelf \
             changes, or does it find out by and by?"
        },
    );
}

/// The look begins at 0 ms and ends at 10 ms, with nothing. The item comes at
/// 5 ms.
#[lab::check]
async fn what_comes_during_the_look_is_not_missed() {
    let shelf = Shelf::new(2);
    let buffer = Buffer::new(shelf.clone());
    let push = async {
        sleep(ms(5)).await;
        buffer.push(7).await;
    };
    let both = async { join!(buffer.pop(), push) };
    let (item, ()) = finish("pop and push", &shelf, both).await;
    check_results(&shelf, &[item], &[7]);
    check_at(&shelf, "the item is there", 15, 20);
}

/// Room for two: the third push waits for the first pop, at 100 ms.
#[lab::check]
async fn a_full_shelf_makes_the_pusher_wait() {
    let shelf = Shelf::new(2);
    let buffer = Buffer::new(shelf.clone());
    let push = async {
        for item in [1, 2, 3] {
            buffer.push(item).await;
        }
        check_at(&shelf, "the third push returns", 100, 110);
    };
    let pop = async {
        sleep(ms(100)).await;
        buffer.pop().await
    };
    let both = async { join!(push, pop) };
    let ((), item) = finish("push and pop", &shelf, both).await;
    check_results(&shelf, &[item], &[1]);
}

/// Two look at an empty shelf when two items come.
#[lab::check]
async fn two_items_for_two_who_look() {
    let shelf = Shelf::new(2);
    let buffer = Buffer::new(shelf.clone());
    let push = async {
        sleep(ms(5)).await;
        buffer.push(1).await;
        buffer.push(2).await;
    };
    let all = async { join!(buffer.pop(), buffer.pop(), push) };
    let (one, two, ()) = finish("two pops", &shelf, all).await;
    let mut items = [one, two];
    items.sort_unstable();
    check_results(&shelf, &items, &[1, 2]);
    check_at(&shelf, "both have an item", 15, 40);
}

/// Two wait, one item comes: one of them goes on waiting, until 500 ms.
#[lab::check]
async fn who_finds_nothing_goes_on_waiting() {
    let shelf = Shelf::new(2);
    let buffer = Buffer::new(shelf.clone());
    let push = async {
        sleep(ms(100)).await;
        buffer.push(1).await;
        sleep(ms(400)).await;
        buffer.push(2).await;
    };
    let all = async { join!(buffer.pop(), buffer.pop(), push) };
    let (one, two, ()) = survive("two pops", &shelf, all).await;
    let mut items = [one, two];
    items.sort_unstable();
    check_results(&shelf, &items, &[1, 2]);
    check_at(&shelf, "both have an item", 500, 520);
}

/// A second without news: one look at its beginning, one at its end.
#[lab::check]
async fn nobody_looks_again_without_news() {
    let shelf = Shelf::new(2);
    let buffer = Buffer::new(shelf.clone());
    let push = async {
        sleep(ms(1000)).await;
        buffer.push(7).await;
    };
    let both = async { join!(buffer.pop(), push) };
    finish("pop and push", &shelf, both).await;
    let looks = shelf.log().count("take");
    check_that(
        &shelf,
        looks <= 2,
        "at most two looks: one before the wait, one after the news",
        &format!("{looks} looks"),
        "Looking again and again is not waiting. Somebody who changes the \
         shelf can say so.",
    );
}

/// Two push ten items each, two pop ten each.
#[lab::check]
async fn every_item_comes_once() {
    let shelf = Shelf::new(3);
    let buffer = Buffer::new(shelf.clone());
    let buffer = &buffer;
    let push = |from: u32| async move {
        for item in from..from + 10 {
            buffer.push(item).await;
        }
    };
    let pop = || async move {
        let mut items = Vec::new();
        for _ in 0..10 {
            items.push(buffer.pop().await);
        }
        items
    };
    let all = async { join!(push(0), push(10), pop(), pop()) };
    let ((), (), mut items, more) = finish("four of them", &shelf, all).await;
    items.extend(more);
    items.sort_unstable();
    check_results(&shelf, &items, &Vec::from_iter(0..20));
}

/// Room for one. Two wait for an item, and then two come with one each.
#[lab::check]
async fn two_wait_on_either_side() {
    let shelf = Shelf::new(1);
    let buffer = Buffer::new(shelf.clone());
    let buffer = &buffer;
    let push = |item: u32| async move {
        sleep(ms(100)).await;
        buffer.push(item).await;
    };
    let all = async { join!(buffer.pop(), buffer.pop(), push(1), push(2)) };
    let (one, two, (), ()) = finish("two pops, two pushes", &shelf, all).await;
    let mut items = [one, two];
    items.sort_unstable();
    check_results(&shelf, &items, &[1, 2]);
    check_at(&shelf, "both have an item", 110, 140);
}

/// Room for one. One thread pushes two items, another one pops them.
#[lab::check]
async fn two_threads_miss_no_change() {
    let race = || {
        let buffer = Arc::new(explored::Buffer::new(Shelf::new(1)));
        let pusher = Arc::clone(&buffer);
        let push = thread(move || async move {
            for item in [1, 2] {
                pusher.push(item).await;
            }
        });
        let pop = thread(move || async move {
            for _ in 0..2 {
                buffer.pop().await;
            }
        });
        Race {
            threads: vec![push, pop],
            verdict: Box::new(|| Ok(())),
        }
    };
    let cause = "Thread 1 pushes, thread 2 pops. Between a look at the shelf \
                 and the beginning of the wait the other thread can change it, \
                 and its news comes to nobody.";
    explore("push and pop", "both come to their end", cause, race).await;
}

/// Any items, and any room: first in, first out.
#[lab::check]
async fn any_items_in_any_room() {
    law(|case| {
        Box::pin(async move {
            let shelf = Shelf::new(case.number);
            let buffer = Buffer::new(shelf.clone());
            let values = case.values();
            let push = async {
                for value in &values {
                    buffer.push(*value).await;
                }
            };
            let pop = async {
                let mut got = Vec::new();
                for _ in &values {
                    got.push(buffer.pop().await);
                }
                got
            };
            let both = async { join!(push, pop) };
            let ((), got) = finish("push and pop", &shelf, both).await;
            check_results(&shelf, &got, &values);
        })
    });
}
