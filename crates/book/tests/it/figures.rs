//! The reader's own run as a figure. The recorder is stood in for by a
//! program of the test's own: what it prints is read as the real one's is.

use std::process::Command;
use std::sync::Arc;

use book::figures::tool::RecorderCommands;
use book::tools::Tools;
use serde_json::{Value, json};
use timeline::exercise::Expected;
use tokio::net::TcpListener;

use crate::client::{Answer, Stream, soon};
use crate::fixture::{Checkout, STUB, Served, always, limits};

const MINE: &str = "exercises/01_one/exercise.rs";

/// A recorder that is a script: `$1` is the reader's file.
fn script(text: &str) -> impl FnOnce(&mut Tools) + use<> {
    let text = text.to_owned();
    move |tools| {
        tools.reader = RecorderCommands {
            build: Arc::new(|_, _| None),
            record: Arc::new(move |root, _, take| {
                let mut command = Command::new("sh");
                command.current_dir(root).args(["-c", &text, "recorder"]);
                command.arg(&take.source);
                command.arg(take.check.as_deref().unwrap_or("-"));
                command
            }),
        };
    }
}

/// A run of one task, as the recorder prints it.
fn recorded(outcome: &str) -> String {
    let recording = json!({
        "format": "async-timeline",
        "version": 2,
        "example": "one",
        "files": [MINE],
        "sha256": "0".repeat(64),
        "clock": "virtual",
        "seed": "0",
        "tokio": "1.54.0",
        "knob": null,
        "runs": [{
            "value": null,
            "end": 10000,
            "outcome": outcome,
            "sites": [],
            "lanes": [{
                "name": "main", "kind": "task", "parent": null,
                "site": null, "made": "call"
            }],
            "resources": [],
            "events": [
                {"t": 0, "k": "poll", "lane": 0},
                {"t": 10000, "k": "end", "lane": 0, "how": "done"},
            ],
        }],
    });
    let cost = json!({"tasks": 0, "polls": 1, "wakes": 0, "end_us": 10000});
    json!({"recording": recording, "outcome": outcome, "cost": cost})
        .to_string()
}

fn says(outcome: &str) -> String {
    // `$2` is the check, and the text is counted.
    format!("echo \"$2\" >> asked; echo '{}'", recorded(outcome))
}

async fn figure(served: &Served, more: Value) -> Answer {
    let mut body = json!({"kind": "exercise", "name": "one"});
    body.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    served.post("/api/figure", &body.to_string()).await
}

#[tokio::test]
async fn a_run_is_drawn_once_for_each_text() {
    let checkout = Checkout::new();
    let served = checkout.serve_with(limits(), script(&says("panic")));
    let answer = figure(&served, json!({})).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let drawn = answer.json();
    let html = drawn["figure"].as_str().unwrap();
    assert!(html.starts_with("<figure class=\"tl"), "{html}");
    assert_eq!(drawn["outcome"], "panic");
    assert_eq!(drawn["current"], true);
    assert_eq!(drawn["cost"]["polls"], 1);
    assert!(drawn["note"].as_str().unwrap().contains("until then"));
    let again = figure(&served, json!({"check": "it_works"})).await;
    assert_eq!(again.json(), drawn);
    assert_eq!(checkout.read("asked"), "it_works\n", "recorded once");
    checkout.write(MINE, "another text");
    figure(&served, json!({})).await;
    assert_eq!(checkout.read("asked"), "it_works\nit_works\n");
    let copy = json!({"kind": "example", "name": "hello"});
    let copy = figure(&served, copy).await;
    assert_eq!(copy.status, 200, "{}", copy.body);
    assert!(checkout.read("asked").ends_with("-\n"));
}

#[tokio::test]
async fn what_does_not_compile_keeps_the_last_figure() {
    let checkout = Checkout::new();
    let text = format!(
        "if grep -q broken \"$1\"; then echo no >&2; exit 3; fi; {}",
        says("ok")
    );
    let served = checkout.serve_with(limits(), script(&text));
    checkout.write(MINE, "broken");
    let none = figure(&served, json!({})).await.json();
    assert_eq!(none["outcome"], "broken");
    assert_eq!(none["figure"], Value::Null);
    assert!(none["note"].as_str().unwrap().contains("nothing to record"));
    checkout.write(MINE, STUB);
    let good = figure(&served, json!({})).await.json();
    assert_eq!(good["outcome"], "ok");
    checkout.write(MINE, "broken again");
    let old = figure(&served, json!({})).await.json();
    assert_eq!(old["outcome"], "broken");
    assert_eq!(old["figure"], good["figure"]);
    assert_eq!(old["current"], false);
    assert!(old["note"].as_str().unwrap().contains("last one that did"));
}

/// It runs: nobody may say that it does not compile.
#[tokio::test]
async fn what_cannot_be_recorded_is_told_with_the_reason() {
    let checkout = Checkout::new();
    let text = "echo 'it uses the crate `x`: leave it out' >&2; exit 4";
    let served = checkout.serve_with(limits(), script(text));
    checkout.write(MINE, "another text");
    let none = figure(&served, json!({})).await.json();
    assert_eq!(none["outcome"], "unrecordable");
    assert_eq!(none["figure"], Value::Null);
    let note = none["note"].as_str().unwrap();
    assert!(
        note.contains("cannot be recorded: it uses the crate"),
        "{note}"
    );
    assert!(note.starts_with("The program compiles"), "{note}");
}

#[tokio::test]
async fn a_recorder_that_fails_says_so() {
    let checkout = Checkout::new();
    for text in [
        "echo gone >&2; exit 1",
        "echo '{}'",
        "echo '{\"recording\"'",
    ] {
        let served = checkout.serve_with(limits(), script(text));
        let answer = figure(&served, json!({})).await;
        assert_eq!(answer.status, 500);
        let error = answer.json()["error"].to_string();
        assert!(error.contains("recorder"), "{error}");
    }
    let served = checkout.serve_with(limits(), script("exit 9"));
    let answer = figure(&served, json!({"check": "../x"})).await;
    assert_eq!(answer.status, 404);
}

/// A recorder that does not end: it says that it has begun by a connection to
/// the test, which is closed when it is killed.
fn endless(port: u16) -> String {
    format!("exec bash -c 'exec 3<>/dev/tcp/127.0.0.1/{port}; read <&3'")
}

#[tokio::test]
async fn a_newer_text_ends_the_older_recording() {
    let checkout = Checkout::new();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let text = endless(listener.local_addr().unwrap().port());
    let served = checkout.serve_with(limits(), script(&text)).built().await;
    let asked = figure(&served, json!({}));
    tokio::pin!(asked);
    let mut process = tokio::select! {
        answer = &mut asked => panic!("{}", answer.body),
        process = soon("recorder", listener.accept()) => process.unwrap().0,
    };
    checkout.write(MINE, "a newer text");
    let answer = asked.await;
    assert_eq!(answer.status, 409);
    assert_eq!(answer.json()["code"], "stale");
    crate::runs::hears_the_end(&mut process).await;
}

#[tokio::test]
async fn a_page_that_goes_away_ends_its_recording() {
    let checkout = Checkout::new();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let text = endless(listener.local_addr().unwrap().port());
    let served = checkout.serve_with(limits(), script(&text)).built().await;
    let head = served.head("POST", "/api/figure");
    let body = json!({"kind": "exercise", "name": "one"}).to_string();
    let asked = Stream::open(served.port, &head, &body);
    let mut process = tokio::select! {
        _ = asked => panic!("it has no answer"),
        process = soon("recorder", listener.accept()) => process.unwrap().0,
    };
    // The request is dropped, and with it the connection.
    crate::runs::hears_the_end(&mut process).await;
}

#[tokio::test]
async fn building_the_recorder_is_told_and_a_failure_too() {
    let checkout = Checkout::new();
    let served = checkout
        .serve_with(limits(), |tools| {
            tools.reader.build = Arc::new(|_, _| {
                let mut command = Command::new("sh");
                command.args(["-c", "echo no compiler >&2; exit 1"]);
                Some(command)
            });
        })
        .built()
        .await;
    let mut events = served.events().await;
    // At the start, or now, whichever comes first.
    let answer = figure(&served, json!({})).await;
    assert_eq!(answer.status, 500);
    let error = answer.json()["error"].to_string();
    assert!(error.contains("no compiler"), "{error}");
    // It is tried again when it is asked for again, and the page hears of it.
    figure(&served, json!({})).await;
    while events.until("recorder").await["message"] == "" {}
    while events.until("recorder").await["message"] != "" {}
}

#[tokio::test]
async fn a_known_mistake_is_told_by_its_message_and_its_run() {
    let checkout = Checkout::new();
    let mine = book::figures::tool::read(&recorded("ok")).unwrap();
    let run = mine.recording.default_run().unwrap().clone();
    let mut longer = run.clone();
    longer.end = 20_000;
    let mut expected = Expected::new("one", "1.54.0", &"0".repeat(64));
    expected.checks.insert("it_works".to_owned(), longer);
    let answer = timeline::exercise::Answer {
        check: "it_works".to_owned(),
        signature: timeline::signature::of(&run),
    };
    expected.answers.insert("two".to_owned(), answer);
    checkout.write("recordings/exercises/one.json", &expected.to_json());
    for (name, text) in [("two", "It returns two."), ("other", "It sleeps.")] {
        let path = format!("crates/answers/answers/one/{name}.rs");
        let head = "//! wrong: it_works\n//! says: expected one\n//!";
        checkout.write(&path, &format!("{head}\n//! {text}\n"));
    }
    let served = checkout.serve_with(limits(), it_gives_two);
    let before = figure(&served, json!({})).await.json();
    assert_eq!(before["mistakes"], json!([]), "no check has failed");
    let mut events = served.events().await;
    checkout.write(MINE, "pub fn one() -> u32 { 2 }");
    events.until("exercise").await;
    let drawn = figure(&served, json!({})).await.json();
    // Two wrong answers have this message; one of them runs like this.
    let mistakes = json!([{"answer": "two", "text": "It returns two."}]);
    assert_eq!(drawn["mistakes"], mistakes);
    let html = drawn["figure"].as_str().unwrap();
    assert!(
        html.contains("tl-pair") && html.contains("expected"),
        "{html}"
    );
}

fn it_gives_two(tools: &mut Tools) {
    script(&says("ok"))(tools);
    tools.judge = always(checker::Verdict::Failing {
        check: "it_works".into(),
        message: "expected one, got 2".into(),
        passed: Vec::new(),
    });
}

/// The run is the expected one, and the check fails all the same.
#[tokio::test]
async fn a_wrong_result_is_in_no_event() {
    let checkout = Checkout::new();
    expects_this_run(&checkout);
    let served = checkout.serve_with(limits(), it_gives_two);
    let before = figure(&served, json!({})).await.json();
    assert_eq!(before["difference"], Value::Null, "no check has failed");
    let mut events = served.events().await;
    checkout.write(MINE, "pub fn one() -> u32 { 2 }");
    events.until("exercise").await;
    let drawn = figure(&served, json!({})).await.json();
    let said = drawn["difference"].as_str().unwrap();
    assert!(said.contains("What differs is a result"), "{said}");
}

/// On a busy machine: nothing is known of its result.
#[tokio::test]
async fn a_check_that_was_only_too_slow_has_no_wrong_result() {
    let checkout = Checkout::new();
    expects_this_run(&checkout);
    let served = checkout.serve_with(limits(), |tools| {
        script(&says("ok"))(tools);
        tools.judge = always(checker::Verdict::Hung {
            check: "it_works".into(),
            message: "it did not end".into(),
        });
    });
    let mut events = served.events().await;
    checkout.write(MINE, "pub fn one() -> u32 { 2 }");
    events.until("exercise").await;
    let drawn = figure(&served, json!({})).await.json();
    assert_eq!(drawn["difference"], Value::Null);
}

/// The run that the recorder stands in for is the expected one.
fn expects_this_run(checkout: &Checkout) {
    let mine = book::figures::tool::read(&recorded("ok")).unwrap();
    let run = mine.recording.default_run().unwrap().clone();
    let mut expected = Expected::new("one", "1.54.0", &"0".repeat(64));
    expected.checks.insert("it_works".to_owned(), run);
    checkout.write("recordings/exercises/one.json", &expected.to_json());
}
