//! Programs that end, and programs that do not.

use std::time::Duration;

use book::run::Limits;
use serde_json::{Value, json};
use tokio::io::AsyncReadExt;
use tokio::net::{TcpListener, TcpStream};

use crate::client::{Stream, soon};
use crate::fixture::{Checkout, Served, limits};

/// Reads a run to its end: what it printed, and its last event.
pub async fn whole(mut stream: Stream) -> (Vec<String>, Value) {
    let mut lines = Vec::new();
    while let Some(event) = stream.next().await {
        match event["kind"].as_str() {
            Some("line") => {
                lines.push(event["text"].as_str().unwrap().to_string());
            }
            Some("ended") => return (lines, event),
            _ => {}
        }
    }
    panic!("the stream ended before the run; lines: {lines:?}");
}

#[tokio::test]
async fn a_run_streams_its_lines_and_its_exit_code() {
    let checkout = Checkout::new();
    checkout.write(
        "examples/both.rs",
        "fn main() {
            println!(\"to stdout\");
            eprintln!(\"to stderr\");
            std::process::exit(3)
        }",
    );
    let served = checkout.serve();
    let mut stream = served.run("both").await;
    let started = stream.next().await.unwrap();
    assert_eq!(started, json!({"kind": "started", "run": 1}));
    let building = stream.next().await.unwrap();
    assert_eq!(building, json!({"kind": "building"}));
    let mut lines = Vec::new();
    for _ in 0..2 {
        let event = stream.until("line").await;
        lines.push(format!("{} {}", event["stream"], event["text"]));
    }
    // Two pipes: their order is not known.
    lines.sort();
    let expected = ["\"stderr\" \"to stderr\"", "\"stdout\" \"to stdout\""];
    assert_eq!(lines, expected);
    let ended = stream.next().await.unwrap();
    assert_eq!(ended["kind"], "ended");
    assert_eq!(ended["code"], 3);
    assert_eq!(ended["why"], "exit");
    assert!(ended["ms"].is_u64());
    assert_eq!(stream.next().await, None);
}

#[tokio::test]
async fn what_does_not_compile_says_why() {
    let checkout = Checkout::new();
    checkout.write("examples/wrong.rs", "fn main() { let x: u8 = \"a\"; }");
    let served = checkout.serve();
    let (lines, ended) = whole(served.run("wrong").await).await;
    assert_eq!(ended["why"], "build-failed");
    assert_eq!(ended["code"], Value::Null);
    let text = lines.join("\n");
    assert!(text.contains("error[E0308]: mismatched types"), "{text}");
    assert!(text.contains("examples/wrong.rs:1:"), "{text}");
    // Another example is not kept from running.
    let (lines, ended) = whole(served.run("hello").await).await;
    assert_eq!((lines, &ended["code"]), (vec!["hello".into()], &json!(0)));
}

#[tokio::test]
async fn what_loops_for_ever_is_ended_by_the_clock() {
    let checkout = Checkout::new();
    checkout.write("examples/forever.rs", "fn main() { loop {} }");
    let mut short = limits();
    short.program.time = Duration::from_millis(300);
    let served = checkout.serve_with(short, |_| {});
    let (lines, ended) = whole(served.run("forever").await).await;
    assert_eq!(ended["why"], "timeout");
    assert_eq!(
        lines,
        ["The program did not end within 300 ms and was stopped."]
    );
    assert_eq!(served.server.app.runs.alive(), 0);
}

#[tokio::test]
async fn what_prints_without_end_is_cut() {
    let checkout = Checkout::new();
    checkout.write(
        "examples/lines.rs",
        "fn main() { loop { println!(\"again\") } }",
    );
    checkout.write(
        "examples/noline.rs",
        "fn main() { loop { print!(\"{}\", \"x\".repeat(1000)) } }",
    );
    let served = checkout.serve();
    let most = limits().program;
    let (printed, ended) = whole(served.run("lines").await).await;
    assert_eq!(ended["why"], "output-limit");
    assert_eq!(printed.len(), most.lines + 1);
    let last = printed.last().unwrap();
    assert!(last.contains("more than 2,000 lines"), "{last}");
    let (printed, ended) = whole(served.run("noline").await).await;
    assert_eq!(ended["why"], "output-limit");
    let last = printed.last().unwrap();
    assert!(last.contains("more than 256 KiB"), "{last}");
    let length: usize = printed.iter().map(String::len).sum();
    assert_eq!(length, most.output + last.len());
}

/// A program that starts another one; both hold a connection to the test, so
/// that the test sees them die.
fn family(checkout: &Checkout, port: u16) {
    let text = format!(
        "use std::io::Read;
        fn main() {{
            let mut link = std::net::TcpStream::connect((\"127.0.0.1\",
                {port})).unwrap();
            if std::env::args().len() == 1 {{
                let me = std::env::current_exe().unwrap();
                std::process::Command::new(me).arg(\"child\").spawn()
                    .unwrap();
                println!(\"ready\");
            }}
            // Until the test hangs up, which it does not.
            link.read(&mut [0]).unwrap();
        }}"
    );
    checkout.write("examples/family.rs", &text);
}

async fn born(listener: &TcpListener) -> [TcpStream; 2] {
    let mut pair = Vec::new();
    for _ in 0..2 {
        pair.push(soon("process", listener.accept()).await.unwrap().0);
    }
    pair.try_into().unwrap()
}

async fn dead(processes: [TcpStream; 2]) {
    for mut process in processes {
        hears_the_end(&mut process).await;
    }
}

pub async fn hears_the_end(process: &mut TcpStream) {
    // The end, or an error: what is killed does not say good-bye.
    let read = soon("death", process.read(&mut [0])).await;
    assert!(!matches!(read, Ok(1..)));
}

async fn family_at_work(
    checkout: &Checkout,
    served: &Served,
) -> (Stream, u64, [TcpStream; 2]) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    family(checkout, listener.local_addr().unwrap().port());
    let mut stream = served.run("family").await;
    let started = stream.until("started").await;
    let run = started["run"].as_u64().unwrap();
    let processes = born(&listener).await;
    assert_eq!(stream.until("line").await["text"], "ready");
    (stream, run, processes)
}

#[tokio::test]
async fn stopping_ends_the_program_and_what_it_started() {
    let checkout = Checkout::new();
    let served = checkout.serve();
    let (mut stream, run, processes) = family_at_work(&checkout, &served).await;
    let body = format!("{{\"run\":{run}}}");
    assert_eq!(served.post("/api/stop", &body).await.status, 200);
    let ended = stream.until("ended").await;
    assert_eq!(ended["why"], "stopped");
    dead(processes).await;
    // There is nothing left to stop.
    let answer = served.post("/api/stop", &body).await;
    assert_eq!(answer.status, 404);
}

#[tokio::test]
async fn a_page_that_goes_away_ends_its_program() {
    let checkout = Checkout::new();
    let served = checkout.serve();
    let (stream, _, processes) = family_at_work(&checkout, &served).await;
    drop(stream);
    dead(processes).await;
}

#[tokio::test]
async fn the_end_of_the_server_ends_its_programs() {
    let checkout = Checkout::new();
    let served = checkout.serve();
    let (_stream, _, processes) = family_at_work(&checkout, &served).await;
    served.server.end().await;
    dead(processes).await;
}

#[tokio::test]
async fn what_a_program_leaves_behind_ends_with_it() {
    let checkout = Checkout::new();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    checkout.write(
        "examples/leaves.rs",
        &format!(
            "use std::io::Read;
            fn main() {{
                if std::env::args().len() == 1 {{
                    let me = std::env::current_exe().unwrap();
                    let mut child = std::process::Command::new(me)
                        .arg(\"child\").stdout(std::process::Stdio::piped())
                        .spawn().unwrap();
                    child.stdout.take().unwrap().read(&mut [0]).unwrap();
                    return println!(\"done\");
                }}
                let mut link = std::net::TcpStream::connect((
                    \"127.0.0.1\", {port})).unwrap();
                println!(\"connected\");
                link.read(&mut [0]).unwrap();
            }}"
        ),
    );
    let served = checkout.serve();
    let stream = served.run("leaves").await;
    let (mut child, _) = soon("child", listener.accept()).await.unwrap();
    let (lines, ended) = whole(stream).await;
    assert_eq!((lines, &ended["code"]), (vec!["done".into()], &json!(0)));
    let read = soon("death", child.read(&mut [0])).await;
    assert!(!matches!(read, Ok(1..)));
}

#[tokio::test]
async fn only_so_many_programs_run_at_once() {
    let checkout = Checkout::new();
    let two = Limits {
        runs: 2,
        ..limits()
    };
    checkout.write("examples/forever.rs", "fn main() { loop {} }");
    let served = checkout.serve_with(two, |_| {});
    let mut first = served.run("forever").await;
    let _second = served.run("forever").await;
    let body = "{\"example\":\"hello\"}";
    let answer = served.post("/api/run", body).await;
    assert_eq!(answer.status, 429);
    assert!(
        answer.json()["remedy"]
            .as_str()
            .unwrap()
            .contains("Stop one")
    );
    let run = first.until("started").await["run"].clone();
    let stop = json!({"run": run}).to_string();
    assert_eq!(served.post("/api/stop", &stop).await.status, 200);
    first.until("ended").await;
    let (lines, _) = whole(served.run("hello").await).await;
    assert_eq!(lines, ["hello"]);
}
