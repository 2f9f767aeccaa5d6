//! Counts that arrive in any order, and a board that is never closed.

use std::sync::{Arc, Mutex};

use lab::explore::{Race, explore, step, thread};
use lab::{Polls, check_that, check_took, finish, law, ms};
use tokio::join;
use tokio::time::sleep;

use super::exercise::*;
use super::explored;

/// 10 + 20 + 30 + 40.
#[lab::check]
async fn every_vote_is_on_the_board() {
    let polls = Polls::taking(&[]);
    let board = Arc::new(Mutex::new(0));
    finish("tally", &polls, tally(polls.clone(), 4, board.clone())).await;
    check_board(&polls, &board, 100, "at the end");
}

fn check_board(polls: &Polls, board: &Mutex<u32>, wanted: u32, when: &str) {
    let found = board.try_lock().ok().map(|votes| *votes);
    check_that(
        polls,
        found == Some(wanted),
        &format!("{wanted} votes on the board {when}"),
        &match found {
            Some(votes) => format!("{votes} votes"),
            None => "the board is locked, and nobody can look".to_owned(),
        },
        match found {
            None => "Who holds the lock over an await makes all others wait.",
            Some(votes) if votes > wanted => {
                "More than there are: were some added twice, or votes of \
                 a station that was not asked for?"
            }
            Some(_) if when == "at the end" => {
                "Some votes were lost: was the board read before an await, \
                 and written after it, or written over? Or did the function not \
                 wait for all?"
            }
            Some(_) => {
                "What is known was not added yet: a count waits for others \
                 before it is added."
            }
        },
    );
}

/// Four stations of 100 ms: 100 ms.
#[lab::check]
async fn all_stations_count_at_the_same_time() {
    let polls = Polls::taking(&[]);
    let board = Arc::new(Mutex::new(0));
    finish("tally", &polls, tally(polls.clone(), 4, board.clone())).await;
    check_took(&polls, 100);
}

/// Station 0 needs 300 ms, station 1 is ready after 100, station 2 after 200.
#[lab::check]
async fn the_board_shows_what_is_known() {
    let polls = Polls::taking(&[300, 100, 200]);
    let board = Arc::new(Mutex::new(0));
    let looks = async {
        for (votes, at) in [(0, 50), (20, 150), (50, 250)] {
            let past = ms(at) - lab::Watched::log(&polls).now();
            sleep(past).await;
            let when = format!("at {at} ms");
            check_board(&polls, &board, votes, &when);
        }
    };
    let tally = tally(polls.clone(), 3, board.clone());
    let both = async { join!(tally, looks) };
    finish("tally", &polls, both).await;
    check_board(&polls, &board, 60, "at the end");
}

/// Five votes stand on the board before anybody has counted.
#[lab::check]
async fn what_stood_on_the_board_stays() {
    let polls = Polls::taking(&[]);
    let board = Arc::new(Mutex::new(5));
    finish("tally", &polls, tally(polls.clone(), 2, board.clone())).await;
    check_board(&polls, &board, 35, "at the end");
}

/// Two calls on two threads add to one board, and a third thread looks at it:
/// 2 * (10 + 20) votes.
#[lab::check]
async fn several_threads_may_use_the_board() {
    let race = || {
        let board = Default::default();
        let call = || {
            let board = Arc::clone(&board);
            thread(move || explored::tally(Polls::taking(&[]), 2, board))
        };
        let (one, two) = (call(), call());
        let board_too = Arc::clone(&board);
        let look = thread(move || async move {
            if let Ok(votes) = board_too.lock() {
                step("looks at the board");
                drop(votes);
            }
        });
        let verdict = move || match board.lock().map(|votes| *votes) {
            Ok(60) => Ok(()),
            Ok(votes) => Err(format!("there are {votes} votes on it")),
            Err(_) => Err("the board's lock is poisoned".to_owned()),
        };
        Race {
            threads: vec![one, two, look],
            verdict: Box::new(verdict),
        }
    };
    let cause = "Threads 1 and 2 count, and thread 3 looks at the board. A \
                 look and the write that follows belong under one guard; and \
                 who finds the board taken has to wait for it.";
    explore("tally", "60 votes are on the board", cause, race).await;
}

/// Any stations, and any number on the board.
#[lab::check]
async fn any_stations_and_any_board() {
    law(|case| {
        Box::pin(async move {
            let polls = Polls::taking(&case.times());
            let stations = case.items.len() as u32;
            let board = Arc::new(Mutex::new(case.number as u32));
            let all = tally(polls.clone(), stations, Arc::clone(&board));
            finish("tally", &polls, all).await;
            let votes: u32 = (1..=stations).map(|station| station * 10).sum();
            let sum = case.number as u32 + votes;
            check_board(&polls, &board, sum, "at the end");
            check_took(&polls, case.longest());
        })
    });
}
