//! The server is killed while it saves, and the machine lies about the time.
#![cfg(unix)]

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::json;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use crate::client::{raw, soon};
use crate::fixture::{Checkout, STUB};

const MINE: &str = "exercises/01_one/exercise.rs";

/// The program itself, with its port and its token.
pub async fn start(checkout: &Checkout) -> (Child, u16, String) {
    start_with(checkout, |_| {}).await
}

pub async fn start_with(
    checkout: &Checkout,
    change: impl FnOnce(&mut Command),
) -> (Child, u16, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_book"));
    command
        .current_dir(checkout.root())
        .args(["--no-open", "--port", "0"])
        .stdout(Stdio::piped())
        .kill_on_drop(true);
    change(&mut command);
    let mut server = command.spawn().unwrap();
    let out = server.stdout.take().unwrap();
    let mut out = BufReader::new(out).lines();
    let port = loop {
        let line = soon("address", out.next_line()).await.unwrap();
        let line = line.expect("an address before the end");
        if let Some((_, rest)) = line.split_once("http://127.0.0.1:") {
            break rest.split('/').next().unwrap().parse().unwrap();
        }
    };
    let head = format!("GET / HTTP/1.0\nHost: 127.0.0.1:{port}\n");
    let page = raw(port, &head, "").await;
    let token = page.body.split("book-token\" content=\"").nth(1);
    let token = token.unwrap().split('"').next().unwrap().to_owned();
    (server, port, token)
}

#[tokio::test]
async fn a_server_that_is_killed_leaves_whole_texts() {
    let checkout = Checkout::new();
    checkout.write("src/page.md", "# Page\n\nA book.\n");
    let text = |number: usize| {
        format!("// {number}\n{}// {number}\n", "let a = 1;\n".repeat(9000))
    };
    let mut texts = HashSet::from([STUB.to_owned()]);
    let mut number = 0;
    let temporary = tempfile::tempdir().unwrap();
    let start = || {
        start_with(&checkout, |command| {
            command.env("TMPDIR", temporary.path());
        })
    };
    for round in 0..8 {
        let (mut server, port, token) = start().await;
        let mut base = checker::hash(&checkout.read(MINE));
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        // All at once, so that the server is always in the middle of one; it
        // answers while we go on writing.
        let mut requests = String::new();
        for _ in 0..20 {
            number += 1;
            let new = text(number);
            let body = json!({"kind": "exercise", "name": "one",
                "text": new, "base": base})
            .to_string();
            base = checker::hash(&new);
            requests += &format!(
                "POST /api/save HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\
                 X-Book-Token: {token}\r\nContent-Type: application/json\r\n\
                 Content-Length: {}\r\n\r\n{body}",
                body.len()
            );
            texts.insert(new);
        }
        let (answers, mut writer) = stream.split();
        let mut answers = BufReader::new(answers).lines();
        let heard = async {
            let mut done = 0;
            // Killed after another number of answers each time.
            while done < round {
                let line = soon("answer", answers.next_line()).await;
                let line = line.unwrap().expect("more answers");
                // A body has no line end, so the next head follows it.
                done += usize::from(line.contains("HTTP/1.1 200"));
            }
        };
        let write = async {
            // It is killed before all of them are read.
            let _ = writer.write_all(requests.as_bytes()).await;
            std::future::pending::<()>().await;
        };
        tokio::select! {
            () = heard => {}
            () = write => {}
        }
        server.kill().await.unwrap();
        let left = checkout.read(MINE);
        assert!(texts.contains(&left), "half a text of {}", left.len());
    }
    // The next start works, and removes what is left over.
    let (mut server, ..) = start().await;
    let folder = checkout.root().join("exercises/01_one");
    let known = ["checks.rs", "exercise.rs", "exercise.toml"];
    soon("sweep", async {
        while !others(&folder, &known).is_empty()
            // That of this server.
            || others(temporary.path(), &[]).len() > 1
        {
            tokio::task::yield_now().await;
        }
    })
    .await;
    server.kill().await.unwrap();
}

fn others(folder: &Path, known: &[&str]) -> Vec<String> {
    let all = fs::read_dir(folder).unwrap().map(|entry| {
        let entry = entry.unwrap();
        entry.file_name().into_string().unwrap()
    });
    all.filter(|name| !known.contains(&name.as_str())).collect()
}

#[tokio::test]
async fn a_clock_that_is_set_back_hides_no_save() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let mut events = served.events().await;
    let path = checkout.root().join(MINE);
    for (text, seconds) in [("aaaa", 9_000), ("bbbb", 9_000), ("cccc", 5)] {
        // As if it had always been so: complete when it gets its name.
        let beside = checkout.root().join("beside");
        fs::write(&beside, text).unwrap();
        let time =
            std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
        let file = fs::File::options().append(true).open(&beside).unwrap();
        file.set_modified(time).unwrap();
        fs::rename(&beside, &path).unwrap();
        let told = events.until("file").await;
        assert_eq!(told["revision"], checker::hash(text));
        let judged = events.until("exercise").await;
        assert_eq!(judged["revision"], checker::hash(text));
    }
}
