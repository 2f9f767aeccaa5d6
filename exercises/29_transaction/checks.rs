//! Everything but a commit that went well puts the ledger back.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use lab::{Full, Ledger, Watched, check_that, check_value, finish, ms};
use tokio::time::{sleep, timeout};

use super::exercise::*;

const START: [(&str, i64); 3] = [("cash", 100), ("rent", -40), ("tax", 0)];

/// Exactly these entries, in the order of their names.
fn check_ledger(ledger: &Ledger, expected: &[(&str, i64)], cause: &str) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(name, n)| ((*name).to_owned(), *n))
        .collect();
    let words = |entries: &[(String, i64)]| {
        let entries: Vec<_> = entries
            .iter()
            .map(|(name, n)| format!("{name} {n}"))
            .collect();
        format!("in the ledger: {}", entries.join(", "))
    };
    let got = ledger.entries();
    check_that(
        ledger,
        got == expected,
        &words(&expected),
        &words(&got),
        cause,
    );
}

const UNDONE: &str = "The transaction ended without a commit that went well, \
     so the ledger has to be as it was before the transaction.";

fn saved(ledger: &Ledger) -> usize {
    let visits = ledger.log().visits();
    let whole = |v: &&lab::Visit| v.end.is_some() && !v.dropped;
    visits.iter().filter(whole).count()
}

async fn commit(ledger: &Ledger, transaction: Transaction) -> Result<(), Full> {
    finish("commit", ledger, transaction.commit()).await
}

/// Two numbers are changed, one is new.
#[lab::check]
async fn what_is_committed_stays() {
    let ledger = Ledger::new(&START);
    let mut transaction = Transaction::begin(ledger.clone());
    transaction.set("cash", 60);
    transaction.set("rent", 0);
    transaction.set("bread", 3);
    let result = commit(&ledger, transaction).await;
    let expected = [("bread", 3), ("cash", 60), ("rent", 0), ("tax", 0)];
    let cause = "The commit went well, so there is nothing to undo.";
    check_ledger(&ledger, &expected, cause);
    check_value(&ledger, "commit", &result, &Ok(()), cause);
    let cause = "`commit` saves the ledger once, and waits for it.";
    check_value(&ledger, "saved", &saved(&ledger), &1, cause);
}

/// Nobody calls `commit`: perhaps a `?` left the function.
#[lab::check]
async fn what_is_not_committed_is_undone() {
    let ledger = Ledger::new(&START);
    let mut transaction = Transaction::begin(ledger.clone());
    transaction.set("cash", 60);
    transaction.set("tax", 7);
    drop(transaction);
    check_ledger(&ledger, &START, UNDONE);
}

/// Whoever reads the ledger meanwhile sees it.
#[lab::check]
async fn what_is_set_is_there_at_once() {
    let ledger = Ledger::new(&START);
    let mut transaction = Transaction::begin(ledger.clone());
    transaction.set("cash", 60);
    let cause = "`set` writes into the ledger, and not only `commit`.";
    check_value(&ledger, "get", &ledger.get("cash"), &Some(60), cause);
    drop(transaction);
    check_ledger(&ledger, &START, UNDONE);
}

/// There was no bread in the ledger, and there is none again.
#[lab::check]
async fn a_new_name_is_taken_out_again() {
    let ledger = Ledger::new(&START);
    let mut transaction = Transaction::begin(ledger.clone());
    transaction.set("bread", 3);
    drop(transaction);
    check_ledger(&ledger, &START, UNDONE);
}

/// 100, 60, 20, 60: it was 100. And bread was not there at all.
#[lab::check]
async fn a_name_may_be_set_more_than_once() {
    let ledger = Ledger::new(&START);
    let mut transaction = Transaction::begin(ledger.clone());
    for value in [60, 20, 60] {
        transaction.set("cash", value);
        transaction.set("bread", value);
    }
    drop(transaction);
    check_ledger(&ledger, &START, UNDONE);
}

/// There is no room to save.
#[lab::check]
async fn a_commit_that_fails_undoes() {
    let ledger = Ledger::full(&START);
    let mut transaction = Transaction::begin(ledger.clone());
    transaction.set("cash", 60);
    let result = commit(&ledger, transaction).await;
    let cause = "The error of `save` is the caller's to see.";
    check_value(&ledger, "commit", &result, &Err(Full), cause);
    check_ledger(&ledger, &START, UNDONE);
}

/// A timeout drops the commit at 20 ms of 50.
#[lab::check]
async fn a_commit_that_is_cut_off_undoes_at_once() {
    let ledger = Ledger::new(&START);
    let mut transaction = Transaction::begin(ledger.clone());
    transaction.set("cash", 60);
    transaction.set("bread", 3);
    let cut = timeout(ms(20), transaction.commit());
    let cut = finish("commit", &ledger, cut).await;
    let cause = "`commit` waits for `save`, which takes 50 ms.";
    check_value(&ledger, "cut off", &cut.is_err(), &true, cause);
    check_ledger(&ledger, &START, UNDONE);
    sleep(ms(1000)).await;
    check_ledger(&ledger, &START, UNDONE);
    let cause = "The commit was dropped, and its save with it: what was \
                 undone must not be saved later.";
    check_value(&ledger, "saved", &saved(&ledger), &0, cause);
}

/// The panic of the check's own code.
struct Own;

/// A panic between `set` and `commit`.
#[lab::check]
async fn a_panic_undoes() {
    let ledger = Ledger::new(&START);
    let mut transaction = Transaction::begin(ledger.clone());
    let end = catch_unwind(AssertUnwindSafe(move || {
        transaction.set("cash", 60);
        // Without the words that a panic of the program has.
        resume_unwind(Box::new(Own))
    }));
    if let Err(panic) = end
        && !panic.is::<Own>()
    {
        resume_unwind(panic)
    }
    check_ledger(&ledger, &START, UNDONE);
}

/// One of two is committed. They have set different names.
#[lab::check]
async fn another_transaction_is_left_alone() {
    let ledger = Ledger::new(&START);
    let mut one = Transaction::begin(ledger.clone());
    one.set("cash", 60);
    let mut two = Transaction::begin(ledger.clone());
    two.set("tax", 7);
    let _ = commit(&ledger, two).await;
    drop(one);
    let cause = "Only the names that this transaction has set are its to put \
                 back.";
    check_ledger(&ledger, &[("cash", 100), ("rent", -40), ("tax", 7)], cause);
}

/// The second one begins with what the first has committed.
#[lab::check]
async fn the_next_one_goes_back_to_the_last_commit() {
    let ledger = Ledger::new(&START);
    let mut transaction = Transaction::begin(ledger.clone());
    transaction.set("cash", 60);
    let _ = commit(&ledger, transaction).await;
    let mut transaction = Transaction::begin(ledger.clone());
    transaction.set("cash", 5);
    transaction.set("rent", 5);
    drop(transaction);
    let expected = [("cash", 60), ("rent", -40), ("tax", 0)];
    check_ledger(&ledger, &expected, UNDONE);
}

/// 300 changes of seven names.
#[lab::check]
async fn many_changes_are_undone() {
    let ledger = Ledger::new(&START);
    let mut transaction = Transaction::begin(ledger.clone());
    let names = ["cash", "bread", "rent", "tax", "oil", "salt", "coal"];
    for n in 0..300 {
        transaction.set(names[n * n % 7], n as i64);
    }
    drop(transaction);
    check_ledger(&ledger, &START, UNDONE);
}
