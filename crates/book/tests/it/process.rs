//! The program itself: its ports, its end, its words.

use std::net::TcpListener;
use std::process::{Command, Output};

use crate::fixture::Checkout;

/// A checkout that mdBook itself can build.
fn real_book() -> Checkout {
    let checkout = Checkout::new();
    checkout.write("src/page.md", "# Page\n\nA book.\n");
    checkout
}

fn book(checkout: &Checkout, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_book"))
        .current_dir(checkout.root().join("src"))
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn an_asked_port_that_is_taken_is_an_error_with_a_remedy() {
    let checkout = Checkout::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = book(&checkout, &["--no-open", "--port", &port]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains(&format!("port {port} is in use")), "{said}");
    assert!(said.contains("--port"), "{said}");
}

#[test]
fn the_commands_for_exercises_say_where_things_are() {
    let checkout = Checkout::new();
    let said = |arguments: &[&str]| {
        let output = book(&checkout, arguments);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{error}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let next = said(&["next"]);
    assert!(next.contains("exercises/01_one/exercise.rs:2"), "{next}");
    assert!(next.contains("exercises 01_one"), "{next}");
    assert!(said(&["progress"]).contains("0 of 1 exercise solved"));

    checkout.write("exercises/01_one/exercise.rs", "mine");
    let reset = said(&["reset", "one"]);
    assert!(
        checkout
            .read("exercises/01_one/exercise.rs")
            .contains("TODO")
    );
    assert!(reset.contains("cargo book reset 01_one --undo"), "{reset}");
    let line = reset.lines().find(|l| l.contains(".book/backups")).unwrap();
    let backup = line.rsplit(' ').next().unwrap();
    assert_eq!(checkout.read(backup), "mine");
    let again = said(&["reset", "one"]);
    assert!(again.contains("nothing to keep"), "{again}");

    let missing = book(&checkout, &["reset", "two"]);
    assert!(!missing.status.success());
    let said = String::from_utf8_lossy(&missing.stderr);
    assert!(said.contains("there are: 01_one"), "{said}");
}

#[test]
fn building_writes_a_site_where_it_is_asked_to() {
    let checkout = real_book();
    let output = book(&checkout, &["build", "--dest", "../site"]);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    let page = checkout.read("site/page.html");
    assert!(page.contains("A book."));
    assert!(!page.contains("book-token"), "only the server adds it");
}

#[cfg(unix)]
mod signals {
    use std::process::Stdio;

    use rustix::process::{Pid, Signal, kill_process};
    use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
    use tokio::net::TcpListener;
    use tokio::process::Command;

    use super::real_book;
    use crate::client::{Stream, raw, soon};

    #[tokio::test]
    async fn ctrl_c_ends_the_server_and_everything_it_started() {
        ended_by(Signal::INT).await;
    }

    #[tokio::test]
    async fn the_system_can_end_it_as_well() {
        ended_by(Signal::TERM).await;
    }

    /// A chapter includes a pipe: the build waits for ever.
    #[tokio::test]
    async fn the_end_waits_for_nothing_that_hangs() {
        let checkout = real_book();
        let pipe = checkout.root().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        checkout.write("src/page.md", "# Page\n\n{{#include ../pipe}}\n");
        let impatient = [Signal::INT, Signal::INT];
        for signals in [&[Signal::INT][..], &[Signal::TERM], &impatient] {
            let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let port = free.local_addr().unwrap().port();
            drop(free);
            let mut server = Command::new(env!("CARGO_BIN_EXE_book"))
                .current_dir(checkout.root())
                .args(["--no-open", "--port", &port.to_string()])
                .stdout(Stdio::piped())
                .kill_on_drop(true)
                .spawn()
                .unwrap();
            let out = server.stdout.take().unwrap();
            let mut out = BufReader::new(out).lines();
            let line = soon("words", out.next_line()).await.unwrap();
            assert_eq!(line.as_deref(), Some("building the book"));
            let head = format!("GET / HTTP/1.0\nHost: 127.0.0.1:{port}\n");
            assert_eq!(raw(port, &head, "").await.status, 503);
            let id = Pid::from_raw(server.id().unwrap() as i32).unwrap();
            for signal in signals {
                kill_process(id, *signal).unwrap();
            }
            let status = soon("end", server.wait()).await.unwrap();
            assert!(status.code().is_some(), "by itself: {status}");
        }
    }

    async fn ended_by(signal: Signal) {
        let checkout = real_book();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        checkout.write(
            "examples/forever.rs",
            &format!(
                "use std::io::Read;
                fn main() {{
                    std::net::TcpStream::connect((\"127.0.0.1\", {port}))
                        .unwrap().read(&mut [0]).unwrap();
                }}"
            ),
        );
        let mut server = Command::new(env!("CARGO_BIN_EXE_book"))
            .current_dir(checkout.root())
            .arg("--no-open")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let out = server.stdout.take().unwrap();
        let mut out = BufReader::new(out).lines();
        let url = loop {
            let line = soon("address", out.next_line()).await.unwrap();
            let line = line.expect("an address before the end");
            if let Some((_, rest)) = line.split_once("http://127.0.0.1:") {
                break rest.to_string();
            }
        };
        let port: u16 = url.split('/').next().unwrap().parse().unwrap();

        let head = format!("GET / HTTP/1.0\nHost: 127.0.0.1:{port}\n");
        let page = raw(port, &head, "").await;
        let token = page.body.split("book-token\" content=\"").nth(1);
        let token = token.unwrap().split('"').next().unwrap();
        let head = format!(
            "POST /api/run HTTP/1.0\nHost: 127.0.0.1:{port}\n\
             X-Book-Token: {token}\nContent-Type: application/json\n"
        );
        let body = "{\"example\":\"forever\"}";
        let mut run = Stream::open(port, &head, body).await;
        run.until("building").await;
        let accepted = soon("program", listener.accept()).await;
        let (mut program, _) = accepted.unwrap();

        let id = Pid::from_raw(server.id().unwrap() as i32).unwrap();
        kill_process(id, signal).unwrap();
        let status = soon("end", server.wait()).await.unwrap();
        assert!(status.success(), "{status}");
        // The end, or an error: what is killed does not say good-bye.
        let read = soon("death", program.read(&mut [0])).await;
        assert!(!matches!(read, Ok(1..)));
    }
}
