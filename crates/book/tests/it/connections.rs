//! Connections: how many, how long, and whose.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use book::http::connections::ConnectionLimits;
use book::peer::Peer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tower::ServiceExt;

use crate::client::soon;
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

#[tokio::test]
async fn another_user_of_the_machine_is_refused() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let port = served.port;
    let ask = async |peer: Peer, method: &str, path: &str| {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", format!("127.0.0.1:{port}"))
            .header("x-book-token", &served.token)
            .header("content-type", "application/json")
            .extension(peer)
            .body(Body::from("{}"))
            .unwrap();
        let router = book::http::router(served.server.app.clone());
        router.oneshot(request).await.unwrap()
    };
    for route in book::http::routes() {
        let path = format!("/api{}", route.path);
        let answer =
            ask(Peer::OtherUser(4711), route.method.as_str(), &path).await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path}");
    }
    // Not even the page, in which the token stands.
    let page = ask(Peer::OtherUser(4711), "GET", "/page.html").await;
    assert_eq!(page.status(), StatusCode::FORBIDDEN);
    let page = ask(Peer::SameUser, "GET", "/page.html").await;
    assert_eq!(page.status(), StatusCode::OK);
}

/// Needs the rights to become somebody else, as in CI's container.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn another_user_is_told_by_the_system() {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let checkout = Checkout::new();
    // What root has started answers root; `nobody` must not read a page.
    let served = checkout.serve().built().await;
    let port = served.port;
    let script = format!(
        "exec 3<>/dev/tcp/127.0.0.1/{port}; \
         printf 'GET / HTTP/1.0\\r\\nHost: 127.0.0.1:{port}\\r\\n\\r\\n' >&3; \
         cat <&3"
    );
    let mut command = tokio::process::Command::new("bash");
    command.args(["-c", &script]).uid(65534).current_dir("/");
    let output = soon("answer", command.output()).await.unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.starts_with("HTTP/1.0 403"), "{said}");
    assert!(said.contains("not the user 65534"), "{said}");
    assert!(!said.contains(&served.token));
}
