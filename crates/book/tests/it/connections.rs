//! Connections: how many, how long, and whose.

use std::time::Duration;

use book::http::connections::ConnectionLimits;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use crate::client::{raw, soon};
use crate::fixture::Checkout;

async fn begin(port: u16, text: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port))
        .await
        .expect("listens");
    stream.write_all(text.as_bytes()).await.unwrap();
    stream
}

#[tokio::test]
async fn connections_that_say_nothing_do_not_keep_a_page_away() {
    let checkout = Checkout::new();
    let few = ConnectionLimits {
        connections: 4,
        head: Duration::from_millis(200),
        ..ConnectionLimits::default()
    };
    let served = checkout.serve_behind(few).built().await;
    // Ten times as many as there are places: nothing, or half a head.
    let mut idle = Vec::new();
    for number in 0..40 {
        let text = ["", "GET / HTTP/1.1\r\nHost: "][number % 2];
        idle.push(begin(served.port, text).await);
    }
    assert_eq!(served.get("/page.html").await.status, 200);
    for mut stream in idle {
        // Closed by the server, with words or without.
        let mut rest = Vec::new();
        let read = stream.read_to_end(&mut rest);
        let _ = soon("end of the connection", read).await;
    }
}

#[tokio::test]
async fn an_open_page_stays_connected() {
    let checkout = Checkout::new();
    let quick = ConnectionLimits {
        head: Duration::from_secs(1),
        ..ConnectionLimits::default()
    };
    let served = checkout.serve_behind(quick.clone()).built().await;
    let began = std::time::Instant::now();
    let mut events = served.events().await;
    let mut text = String::new();
    // Longer than a head may take.
    while began.elapsed() < 2 * quick.head {
        text.push('x');
        checkout.write("src/page.md", &text);
        events.until("reload").await;
    }
}

/// What `nobody` hears who opens so many connections and asks for a page on
/// each; nothing without the rights to become somebody else.
#[cfg(target_os = "linux")]
pub async fn heard_by_nobody(port: u16, count: usize) -> Option<String> {
    if !rustix::process::geteuid().is_root() {
        eprintln!("not tried: only root can become another user");
        return None;
    }
    let script = format!(
        "trap '' PIPE
         for i in $(seq {count}); do
           exec {{fd}}<>/dev/tcp/127.0.0.1/{port} || continue
           fds+=($fd)
           printf 'GET / HTTP/1.1\\r\\nHost: 127.0.0.1:{port}\\r\\n\\r\\n' \
             >&$fd
         done 2> /dev/null
         for fd in ${{fds[@]}}; do cat <&$fd; done 2> /dev/null
         echo; echo asked"
    );
    let mut command = tokio::process::Command::new("bash");
    command.args(["-c", &script]).uid(65534).current_dir("/");
    let output = soon("answer", command.output()).await.unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    // Some connections are closed before they are seen to be open.
    let heard = said.strip_suffix("\nasked\n").expect("it has asked");
    Some(heard.to_owned())
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn another_user_of_the_machine_is_refused() {
    let checkout = Checkout::new();
    // What root has started answers root; `nobody` must not read a byte.
    let served = checkout.serve().built().await;
    if let Some(said) = heard_by_nobody(served.port, 1).await {
        assert_eq!(said, "");
    }
    assert_eq!(served.get("/page.html").await.status, 200);
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn connections_of_another_user_take_no_places() {
    let checkout = Checkout::new();
    let few = ConnectionLimits {
        connections: 2,
        ..ConnectionLimits::default()
    };
    let served = checkout.serve_behind(few).built().await;
    let port = served.port;
    let strangers = tokio::spawn(heard_by_nobody(port, 300));
    for _ in 0..20 {
        assert_eq!(served.get("/page.html").await.status, 200);
    }
    if let Some(said) = strangers.await.unwrap() {
        assert_eq!(said, "");
    }
}

/// With so few descriptors the server can look nobody up while the stranger's
/// connections are open.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn who_cannot_be_looked_up_is_refused() {
    let checkout = Checkout::new();
    checkout.write("src/page.md", "# Page\n\nA book.\n");
    let program = env!("CARGO_BIN_EXE_book");
    let start = format!("ulimit -n 60; exec {program} --no-open --port 0");
    let mut server = tokio::process::Command::new("bash")
        .args(["-c", &start])
        .current_dir(checkout.root())
        .stdout(std::process::Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
    let port = loop {
        let line = soon("address", lines.next_line()).await.unwrap();
        let line = line.expect("it serves");
        if let Some((_, rest)) = line.split_once("http://127.0.0.1:") {
            break rest.split('/').next().unwrap().parse().unwrap();
        }
    };
    if let Some(said) = heard_by_nobody(port, 400).await {
        // Nothing was answered, whatever could not be looked up.
        assert!(!said.contains("HTTP"), "{said}");
    }
    let head = format!("GET / HTTP/1.0\nHost: 127.0.0.1:{port}\n");
    assert_eq!(raw(port, &head, "").await.status, 200);
}

#[tokio::test]
async fn an_answer_that_nobody_takes_is_given_up() {
    let checkout = Checkout::new();
    let limits = ConnectionLimits {
        connections: 2,
        write: Duration::from_millis(200),
        ..ConnectionLimits::default()
    };
    let served = checkout.serve_behind(limits).built().await;
    // More than all buffers on the way take.
    let large = "x".repeat(16 << 20);
    checkout.write("src/large.md", &large);
    let mut events = served.events().await;
    checkout.write("src/page.md", "again");
    events.until("reload").await;
    drop(events);
    let port = served.port;
    let ask =
        format!("GET /large.html HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    let mut idle = Vec::new();
    for _ in 0..4 {
        idle.push(begin(port, &ask).await);
    }
    // All places are taken, until the server lets go of one.
    assert_eq!(served.get("/page.html").await.status, 200);
}

#[tokio::test]
async fn localhost_is_ours_on_both_addresses() {
    let checkout = Checkout::new();
    let bound = book::port::bind(Some(0)).unwrap();
    let served = checkout.serve_on(bound).built().await;
    let port = served.port;
    let Ok(mut stream) = TcpStream::connect(("::1", port)).await else {
        eprintln!("not tried: this machine has no address ::1");
        return;
    };
    let ask = format!("GET / HTTP/1.0\r\nHost: localhost:{port}\r\n\r\n");
    stream.write_all(ask.as_bytes()).await.unwrap();
    let mut said = String::new();
    let read = stream.read_to_string(&mut said);
    soon("answer", read).await.unwrap();
    assert!(said.starts_with("HTTP/1.0 200"), "{said}");
}
