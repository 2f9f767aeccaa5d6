//! One task owns the register; everybody else asks it.

use futures::future::join_all;
use lab::{Register, check_peak, check_that, finish, law, ms};
use tokio::time::{sleep, timeout};

use super::exercise::*;

/// Five clients add at the same time, and the register adds one by one.
#[lab::check]
async fn no_addition_is_lost() {
    let register = Register::new();
    let clients = async {
        let counter = start(register.clone(), 8);
        join_all((0..5).map(|_| counter.add(1))).await;
        counter.get().await
    };
    let total = finish("five clients", &register, clients).await;
    check_peak(&register, 1);
    check_that(
        &register,
        total == 5,
        "a total of 5 after five additions of 1",
        &format!("a total of {total}"),
        "Is a question put into the same queue as the additions before it? \
         What is read past the queue is older than what waits in it.",
    );
}

/// Nobody waits 100 ms for an addition: `add` only hands it over.
#[lab::check]
async fn add_does_not_wait_for_the_work() {
    let register = Register::new();
    let counter = start(register.clone(), 8);
    let adding = async {
        for n in 1..=3 {
            counter.add(n).await;
        }
    };
    finish("three additions", &register, adding).await;
    let took = register_time(&register);
    check_that(
        &register,
        took == 0,
        "three `add`s return at 0 ms: there is room for eight commands",
        &format!("they returned at {took} ms"),
        "`add` waits for more than a place in the queue. Only who wants an \
         answer waits for the work.",
    );
}

/// Room for two: one is added, two wait, the fourth `add` waits for a place.
#[lab::check]
async fn a_full_queue_holds_the_clients_back() {
    let register = Register::new();
    let counter = start(register.clone(), 2);
    let adding = async {
        for n in 1..=5 {
            counter.add(n).await;
        }
    };
    finish("five additions", &register, adding).await;
    let took = register_time(&register);
    check_that(
        &register,
        took == 200,
        "with room for two, the fifth `add` returns at 200 ms",
        &format!("it returned at {took} ms"),
        if took < 200 {
            "More commands wait than there is room for. Is there a queue \
             without a limit, or does the owner take commands out before it \
             has time for them?"
        } else {
            "Fewer commands wait than there is room for: somebody is held \
             back although a place is free."
        },
    );
}

/// The first asker leaves after 10 ms; the second gets its own answer.
#[lab::check]
async fn an_asker_who_gives_up_harms_nobody() {
    let register = Register::new();
    let asking = async {
        let counter = start(register.clone(), 8);
        counter.add(1).await;
        let impatient = timeout(ms(10), counter.get()).await;
        counter.add(1).await;
        // A task, so that a panic in it can be told.
        let patient = counter.clone();
        let second = tokio::spawn(async move { patient.get().await });
        (impatient.is_err(), second.await)
    };
    let (left, second) = finish("two askers", &register, asking).await;
    check_that(
        &register,
        left,
        "the first `get` still waits after 10 ms, behind an addition",
        "it had its answer",
        "The question did not wait for the addition before it.",
    );
    let happened = match &second {
        Ok(total) => format!("it got {total}"),
        Err(_) => "it got no answer: `get` panicked".to_owned(),
    };
    check_that(
        &register,
        second.is_ok_and(|total| total == 2),
        "the second asker gets 2, though the first has given up",
        &happened,
        if happened.ends_with("panicked") {
            "The owner is gone. What does it do when it has an answer and \
             nobody waits for it any more?"
        } else {
            "This is the answer to somebody else's question: it lay where \
             the next one looks. Each question needs a way back of its own."
        },
    );
}

/// What is in the queue is done, and then the owner goes.
#[lab::check]
async fn the_owner_ends_with_the_last_counter() {
    let register = Register::new();
    let counter = start(register.clone(), 8);
    let adding = async move {
        for n in 1..=3 {
            counter.add(n).await;
        }
    };
    finish("three additions", &register, adding).await;
    sleep(ms(1000)).await;
    let total = register.value();
    check_that(
        &register,
        total == 6,
        "1 + 2 + 3 are added after the last counter has gone",
        &format!("the total is {total}"),
        "The owner left while commands were waiting, or never did any.",
    );
    let clones = register.clones();
    check_that(
        &register,
        clones == 1,
        "nobody keeps the register when the last counter is gone",
        "the owner still waits for commands",
        "A queue ends with its last sender. Who still has one, when all \
         counters are gone?",
    );
}

fn register_time(register: &Register) -> u128 {
    use lab::Watched;
    register.log().now().as_millis()
}

/// Somebody adds without a pause. A question is answered nevertheless.
#[lab::check]
async fn a_question_is_not_put_off() {
    let register = Register::new();
    let counter = start(register.clone(), 1);
    let busy = counter.clone();
    let adding = async move {
        loop {
            busy.add(1).await;
        }
    };
    let asking = async {
        sleep(ms(250)).await;
        timeout(ms(1000), counter.get()).await
    };
    let both = async {
        tokio::select! {
            answer = asking => answer,
            () = adding => unreachable!("it has no end"),
        }
    };
    let answer = finish("get", &register, both).await;
    let happened = match &answer {
        Ok(total) => format!("it gave {total}, of which some came later"),
        Err(_) => "it still waited a second later".to_owned(),
    };
    check_that(
        &register,
        answer.is_ok_and(|total| (3..=6).contains(&total)),
        "a question at 250 ms is answered after what was added before it",
        &happened,
        "Questions and additions stand in one line. Who looks at one kind \
         first puts the other one off, for as long as more of the first come.",
    );
}

/// Any additions, and any room.
#[lab::check]
async fn any_additions_make_the_sum() {
    law(|case| {
        Box::pin(async move {
            let register = Register::new();
            let values = case.values();
            let total = finish("additions and a question", &register, async {
                let counter = start(register.clone(), case.number);
                let adding = values.iter().map(|value| counter.add(*value));
                join_all(adding).await;
                counter.get().await
            });
            let total = total.await;
            check_peak(&register, 1);
            let sum: u32 = values.iter().sum();
            check_that(
                &register,
                total == sum,
                &format!("a total of {sum}"),
                &format!("a total of {total}"),
                "Each addition counts once, and the question comes after them.",
            );
        })
    });
}
