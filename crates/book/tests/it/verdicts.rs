//! Exercises: saved, judged, told, remembered.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use anyhow::bail;
use checker::Verdict;
use serde_json::json;
use tokio::sync::mpsc;

use crate::client::soon;
use crate::fixture::{Checkout, STUB, always, limits};

const MINE: &str = "exercises/01_one/exercise.rs";

fn failing() -> Verdict {
    Verdict::Failing {
        check: "it_works".into(),
        message: "expected one".into(),
        passed: Vec::new(),
    }
}

#[tokio::test]
async fn a_saved_exercise_gets_its_verdict() {
    let checkout = Checkout::new();
    let served =
        checkout.serve_with(limits(), |tools| tools.judge = always(failing()));
    let mut events = served.events().await;
    checkout.write(MINE, "pub fn one() -> u32 { 2 }");
    assert_eq!(events.until("checking").await["id"], "one");
    let event = events.until("exercise").await;
    assert_eq!(event["id"], "one");
    let expected = json!({
        "state": "failing",
        "check": "it_works",
        "message": "expected one",
        "passed": [],
    });
    assert_eq!(event["verdict"], expected);

    let list = served.get("/api/exercises").await.json();
    let card = &list["exercises"][0];
    assert_eq!(card["state"], "failing");
    assert_eq!(card["verdict"], expected);
    assert_eq!(card["page"], "page.html");
    assert_eq!(card["path"], MINE);
    assert_eq!(list["saved"], true);
}

#[tokio::test]
async fn a_newer_save_ends_the_older_check() {
    let checkout = Checkout::new();
    let (started, mut starts) = mpsc::unbounded_channel();
    let count = AtomicU32::new(0);
    let served = checkout.serve_with(limits(), |tools| {
        tools.judge = Arc::new(move |_, _, limits| {
            started.send(()).unwrap();
            if count.fetch_add(1, Ordering::SeqCst) > 0 {
                return Ok(Verdict::Solved.into());
            }
            // As an endless loop in a check: ended by the cancellation only.
            while !limits.cancel.is_cancelled() {
                std::thread::yield_now();
            }
            bail!("cancelled")
        });
    });
    let mut events = served.events().await;
    checkout.write(MINE, "pub fn one() -> u32 { loop {} }");
    soon("check", starts.recv()).await.unwrap();
    checkout.write(MINE, "pub fn one() -> u32 { 1 }");
    // The first verdict that is told is the newer one's.
    let event = events.until("exercise").await;
    assert_eq!(event["verdict"], json!({"state": "solved"}));
}

#[tokio::test]
async fn the_end_of_the_server_cancels_a_check() {
    let checkout = Checkout::new();
    let (started, mut starts) = mpsc::unbounded_channel();
    let (ended, mut ends) = mpsc::unbounded_channel();
    let served = checkout.serve_with(limits(), |tools| {
        tools.judge = Arc::new(move |_, _, limits| {
            started.send(()).unwrap();
            while !limits.cancel.is_cancelled() {
                std::thread::yield_now();
            }
            ended.send(()).unwrap();
            bail!("cancelled")
        });
    });
    checkout.write(MINE, "pub fn one() -> u32 { loop {} }");
    soon("check", starts.recv()).await.unwrap();
    served.server.end().await;
    soon("end of the check", ends.recv()).await.unwrap();
}

#[tokio::test]
async fn a_restart_checks_only_what_changed() {
    let checkout = Checkout::new();
    let judged = Arc::new(Mutex::new(0));
    let serve = || {
        let judged = judged.clone();
        checkout.serve_with(limits(), |tools| {
            tools.judge = Arc::new(move |_, _, _| {
                *judged.lock().unwrap() += 1;
                Ok(Verdict::Solved.into())
            });
        })
    };
    // Changed while no server was there.
    checkout.write(MINE, "pub fn one() -> u32 { 1 }");
    let first = serve();
    let mut events = first.events().await;
    if first.get("/api/exercises").await.json()["exercises"][0]["state"]
        != "solved"
    {
        events.until("exercise").await;
    }
    first.server.end().await;
    assert_eq!(*judged.lock().unwrap(), 1);

    let second = serve().built().await;
    let list = second.get("/api/exercises").await.json();
    assert_eq!(list["exercises"][0]["state"], "solved");
    second.server.end().await;
    assert_eq!(*judged.lock().unwrap(), 1, "not checked again");

    checkout.write(MINE, "pub fn one() -> u32 { 0 + 1 }");
    let third = serve();
    let mut events = third.events().await;
    third.post("/api/check", "{\"id\":\"one\"}").await;
    events.until("exercise").await;
    third.server.end().await;
    assert!(*judged.lock().unwrap() > 1);
}

#[tokio::test]
async fn a_page_can_ask_for_a_verdict_and_for_a_hint() {
    let checkout = Checkout::new();
    let served = checkout.serve();
    let mut events = served.events().await;
    let answer = served.post("/api/check", "{\"id\":\"one\"}").await;
    assert_eq!(answer.status, 202);
    let event = events.until("exercise").await;
    assert_eq!(event["verdict"]["state"], "unsolved");
    let answer = served.post("/api/check", "{\"id\":\"two\"}").await;
    assert_eq!(answer.status, 404);

    let hint = "{\"id\":\"one\",\"what\":\"hint\"}";
    for shown in [json!([0]), json!([0, 1]), json!([0, 1])] {
        let entry = served.post("/api/reveal", hint).await.json();
        assert_eq!(entry["hints"], shown);
    }
    let solution = "{\"id\":\"one\",\"what\":\"solution\"}";
    let entry = served.post("/api/reveal", solution).await.json();
    assert_eq!(entry["solution_revealed"], true);
    assert!(checkout.read(".book/progress.json").contains("\"one\""));
}

#[tokio::test]
async fn a_check_that_cannot_run_leaves_no_page_waiting() {
    let checkout = Checkout::new();
    let served = checkout.serve_with(limits(), |tools| {
        tools.judge = Arc::new(|_, _, _| bail!("cargo is gone"));
    });
    let mut events = served.events().await;
    checkout.write(MINE, "pub fn one() -> u32 { 1 }");
    let event = events.until("not-checked").await;
    assert_eq!(event["id"], "one");
    assert_eq!(event["message"], "cargo is gone");
    // It says nothing about the exercise, so it is not remembered.
    let list = served.get("/api/exercises").await.json();
    assert_eq!(list["exercises"][0]["state"], "unsolved");
}

#[tokio::test]
async fn a_checkout_that_cannot_be_written_is_served_all_the_same() {
    let checkout = Checkout::new();
    // In the place of the folder; also `root` cannot write there.
    checkout.write(".book", "not a folder");
    let served = checkout
        .serve_with(limits(), |tools| tools.judge = always(Verdict::Solved))
        .built()
        .await;
    assert!(!served.server.app.status.is_saved());
    assert_eq!(served.get("/page.html").await.status, 200);
    let mut events = served.events().await;
    served.post("/api/check", "{\"id\":\"one\"}").await;
    events.until("exercise").await;
    let list = served.get("/api/exercises").await.json();
    assert_eq!(list["saved"], false);
    assert_eq!(list["exercises"][0]["state"], "solved", "until the end");
    assert_eq!(checkout.read(".book"), "not a folder");
    assert_eq!(checkout.read(MINE), STUB);
}
