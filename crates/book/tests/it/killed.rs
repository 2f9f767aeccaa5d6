//! A server that is killed leaves no program running.
#![cfg(target_os = "linux")]

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpListener;

use crate::client::{Stream, soon};
use crate::crash::start;
use crate::fixture::Checkout;
use crate::runs::hears_the_end;

/// Runs an example on a server that is a process of its own.
pub async fn run(port: u16, token: &str, example: &str) -> Stream {
    let head = format!(
        "POST /api/run HTTP/1.0\nHost: 127.0.0.1:{port}\n\
         X-Book-Token: {token}\nContent-Type: application/json\n"
    );
    let body = format!("{{\"example\":\"{example}\"}}");
    let stream = Stream::open(port, &head, &body).await;
    assert_eq!(stream.status, 200);
    stream
}

#[tokio::test]
async fn a_killed_server_leaves_no_program_running() {
    let checkout = Checkout::new();
    checkout.write("src/page.md", "# Page\n\nA book.\n");
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let calls = listener.local_addr().unwrap().port();
    // Itself, a child of its group, and one that has left it.
    checkout.write(
        "examples/family.rs",
        &format!(
            "use std::process::Command;
             fn main() {{
                 let call = \"exec 3<>/dev/tcp/127.0.0.1/{calls}; \
                     echo here >&3; read <&3\";
                 let mut child = Command::new(\"bash\");
                 child.args([\"-c\", call]).spawn().unwrap();
                 let mut left = Command::new(\"setsid\");
                 left.args([\"--fork\", \"bash\", \"-c\", call]);
                 left.status().unwrap();
                 std::net::TcpStream::connect((\"127.0.0.1\", {calls}))
                     .map(|_link| loop {{ std::hint::spin_loop() }})
                     .unwrap()
             }}"
        ),
    );
    let (mut server, port, token) = start(&checkout).await;
    let _run = run(port, &token, "family").await;
    let mut all = Vec::new();
    for _ in 0..3 {
        let (one, _) = soon("program", listener.accept()).await.unwrap();
        all.push(one);
    }
    server.kill().await.unwrap();
    for one in all {
        let mut one = BufReader::new(one);
        // What it said before.
        let mut line = String::new();
        let _ = soon("its word", one.read_line(&mut line)).await;
        hears_the_end(one.get_mut()).await;
    }
}
