//! Two locks at once: never in a circle, and no more than it takes.

use std::sync::Arc;

use futures::future::OptionFuture;
use lab::explore::{Race, explore, thread};
use lab::{
    Account, Bank, Watched, check_that, check_took, finish, law, ms, survive,
};
use tokio::join;
use tokio::time::{sleep, timeout};

use super::exercise::*;
use super::explored;

fn balances(accounts: &[&Account]) -> Vec<Option<u32>> {
    let look = |account: &&Account| account.balance.try_lock().ok().map(|b| *b);
    accounts.iter().map(look).collect()
}

fn check_balances(bank: &Bank, accounts: &[&Account], expected: &[u32]) {
    let found = balances(accounts);
    let wanted: Vec<_> = expected.iter().copied().map(Some).collect();
    let locked = found.contains(&None);
    check_that(
        bank,
        found == wanted,
        &format!("the balances {expected:?}"),
        &if locked {
            "an account is still locked".to_owned()
        } else {
            let found: Vec<u32> = found.into_iter().flatten().collect();
            format!("the balances {found:?}")
        },
        "Where there is an await between taking from one account and giving \
         to the other, a transfer can end in between, and another can see it.",
    );
}

fn check_true(bank: &Bank, said: bool) {
    check_that(
        bank,
        said,
        "`true`: there was enough",
        "`false`",
        "The answer says whether there was enough to pay from.",
    );
}

/// In the middle of the entry, nobody else can look at either balance.
#[lab::check]
async fn both_are_locked_while_it_is_recorded() {
    let bank = Bank::new();
    let (a, b) = (Account::new(2, 100), Account::new(1, 100));
    let look = async {
        sleep(ms(50)).await;
        balances(&[&a, &b])
    };
    let all = async { join!(transfer(&bank, &a, &b, 30), look) };
    let (said, seen) = finish("transfer", &bank, all).await;
    check_took(&bank, 100);
    check_true(&bank, said);
    check_that(
        &bank,
        seen == [None, None],
        "both accounts are locked while the bank records the transfer",
        match seen[..] {
            [Some(_), Some(_)] => "none of them was locked",
            [None, _] => "only the one that pays was locked",
            _ => "only the one that is paid was locked",
        },
        "A guard unlocks when it is dropped: at the end of its block, at the \
         end of its statement if it has no name, or by `drop`.",
    );
    check_balances(&bank, &[&a, &b], &[70, 130]);
}

/// An auditor holds both accounts for 10 ms. Then each transfer could get one.
#[lab::check]
async fn there_and_back_at_the_same_time() {
    let bank = Bank::new();
    let (a, b) = (Account::new(1, 100), Account::new(2, 100));
    let audit = async {
        let _both = (a.balance.lock().await, b.balance.lock().await);
        sleep(ms(10)).await;
    };
    let all = async {
        join!(
            biased;
            audit,
            transfer(&bank, &a, &b, 30),
            transfer(&bank, &b, &a, 10),
        )
    };
    let ((), there, back) = finish("two transfers", &bank, all).await;
    check_took(&bank, 210);
    check_balances(&bank, &[&a, &b], &[80, 120]);
    check_true(&bank, there && back);
}

/// Three in a circle, each of which could get one account.
#[lab::check]
async fn three_in_a_circle() {
    let bank = Bank::new();
    let [a, b, c] = [1, 2, 3].map(|number| Account::new(number, 100));
    let audit = async {
        let _ab = (a.balance.lock().await, b.balance.lock().await);
        let _c = c.balance.lock().await;
        sleep(ms(10)).await;
    };
    let all = async {
        join!(
            biased;
            audit,
            transfer(&bank, &a, &b, 10),
            transfer(&bank, &b, &c, 20),
            transfer(&bank, &c, &a, 30),
        )
    };
    finish("three transfers", &bank, all).await;
    check_balances(&bank, &[&a, &b, &c], &[120, 90, 90]);
}

/// Two transfers that share no account.
#[lab::check]
async fn others_need_not_wait() {
    let bank = Bank::new();
    let [a, b, c, d] = [1, 2, 3, 4].map(|number| Account::new(number, 100));
    let both = async {
        join!(transfer(&bank, &a, &b, 10), transfer(&bank, &d, &c, 20))
    };
    finish("two transfers", &bank, both).await;
    check_took(&bank, 100);
    check_balances(&bank, &[&a, &b, &c, &d], &[90, 110, 120, 80]);
}

/// 100 is too much for 99, and nothing happens.
#[lab::check]
async fn nobody_pays_more_than_there_is() {
    let bank = Bank::new();
    let (a, b) = (Account::new(1, 99), Account::new(2, 0));
    let said = survive("transfer", &bank, transfer(&bank, &a, &b, 100)).await;
    let entries = bank.log().visits().len();
    check_that(
        &bank,
        !said && entries == 0,
        "`false`, and no entry, when 100 are to be paid out of 99",
        &format!("`{said}`, and {entries} in the book"),
        "Look at the balance after it is locked and before anything else.",
    );
    check_balances(&bank, &[&a, &b], &[99, 0]);
    let said = survive("transfer", &bank, transfer(&bank, &a, &b, 99)).await;
    check_true(&bank, said);
    check_balances(&bank, &[&a, &b], &[0, 99]);
}

/// A lock is not re-entrant.
#[lab::check]
async fn from_an_account_to_itself() {
    let bank = Bank::new();
    let a = Account::new(1, 100);
    let said = finish("transfer", &bank, transfer(&bank, &a, &a, 30)).await;
    check_true(&bank, said);
    check_balances(&bank, &[&a], &[100]);
}

/// The client gives up after 50 ms, in the middle of the entry.
#[lab::check]
async fn a_cancelled_transfer_moves_nothing() {
    let bank = Bank::new();
    let (a, b) = (Account::new(1, 100), Account::new(2, 100));
    let hasty = timeout(ms(50), transfer(&bank, &a, &b, 30));
    let _ = finish("transfer", &bank, hasty).await;
    check_balances(&bank, &[&a, &b], &[100, 100]);
}

/// There are 100 to pay from. Two transfers of 60 wait for the auditor.
#[lab::check]
async fn two_cannot_spend_the_same_money() {
    let bank = Bank::new();
    let [a, b, c] = [1, 2, 3].map(|number| Account::new(number, 100));
    let audit = async {
        let _a = a.balance.lock().await;
        sleep(ms(10)).await;
    };
    let all = async {
        join!(
            biased;
            audit,
            transfer(&bank, &a, &b, 60),
            transfer(&bank, &a, &c, 60),
        )
    };
    let ((), one, two) = survive("two transfers", &bank, all).await;
    check_that(
        &bank,
        one != two,
        "one of them says `true`, and the other `false`",
        &format!("`{one}` and `{two}`"),
        "What was read before an await may be old after it. Is the balance \
         looked at under the same guard that it is changed with?",
    );
    let (to_b, to_c) = if one { (160, 100) } else { (100, 160) };
    check_balances(&bank, &[&a, &b, &c], &[40, to_b, to_c]);
}

/// There and back on two threads: no money is made or lost, and both end.
#[lab::check]
async fn two_threads_may_transfer() {
    let race = || {
        let both = Arc::new((Account::new(1, 100), Account::new(2, 100)));
        let (to, fro) = (Arc::clone(&both), Arc::clone(&both));
        let there = thread(move || async move {
            explored::transfer(&Bank::new(), &to.0, &to.1, 30).await;
        });
        let back = thread(move || async move {
            explored::transfer(&Bank::new(), &fro.1, &fro.0, 10).await;
        });
        let verdict = move || {
            let found: Vec<u32> = balances(&[&both.0, &both.1])
                .into_iter()
                .flatten()
                .collect();
            match found[..] {
                [80, 120] => Ok(()),
                _ => Err(format!("the balances are {found:?}")),
            }
        };
        Race {
            threads: vec![there, back],
            verdict: Box::new(verdict),
        }
    };
    let cause = "Each thread can be held up between its two locks. If they \
                 then wait for each other, nobody goes on: in which order is \
                 each of the two accounts locked?";
    explore("transfer", "both end, with 80 and 120", cause, race).await;
}

/// Any transfers among five accounts, two at the same time.
#[lab::check]
async fn no_money_is_made_or_lost() {
    law(|case| {
        Box::pin(async move {
            let bank = Bank::new();
            let accounts = [5, 1, 4, 2, 3].map(|n| Account::new(n, 100));
            let transfers = case.items.iter().enumerate().map(|(n, item)| {
                let from = &accounts[item.value as usize % 5];
                let to = &accounts[(item.value as usize * 3 + n) % 5];
                let moved = transfer(&bank, from, to, item.time as u32);
                async move { moved.await && from.number() != to.number() }
            });
            // Two at a time: many who let go and try again may do so for ever.
            let mut left = Vec::from_iter(transfers).into_iter();
            let mut said = 0;
            while let Some(one) = left.next() {
                let two = OptionFuture::from(left.next());
                let both = async { join!(one, two) };
                let (one, two) = survive("transfers", &bank, both).await;
                said += usize::from(one) + usize::from(two == Some(true));
            }
            let sum: u32 =
                balances(&accounts.each_ref()).into_iter().flatten().sum();
            let entries = bank.log().visits().len();
            check_that(
                &bank,
                (sum, entries) == (500, said),
                &format!("500 in all, and {said} entries, one for each `true`"),
                &format!("{sum} in all, and {entries} entries"),
                "Whatever is paid to one is paid by another, and what is \
                 recorded happens.",
            );
        })
    });
}
