//! Which server a page talks to, and which page a server talks to.

use book::identity::mac;

use crate::client::raw;
use crate::fixture::{Checkout, Served};

fn meta(page: &str, name: &str) -> String {
    let start = format!("<meta name=\"{name}\" content=\"");
    let rest = page.split(&start).nth(1).expect(name);
    rest.split('"').next().unwrap().to_owned()
}

async fn proof(served: &Served, nonce: &str) -> serde_json::Value {
    let head = format!(
        "GET /proof?nonce={nonce} HTTP/1.0\nHost: 127.0.0.1:{}\n",
        served.port
    );
    let answer = raw(served.port, &head, "").await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert!(!answer.body.contains(&served.token));
    answer.json()
}

const NONCE: &str = "0123456789abcdef0123456789abcdef";

#[tokio::test]
async fn a_page_knows_its_server_again_after_a_restart() {
    let checkout = Checkout::new();
    let first = checkout.serve().built().await;
    let page = first.get("/page.html").await.body;
    let key = meta(&page, "book-key");
    assert_eq!(meta(&page, "book-token"), first.token);
    drop(first);
    let second = checkout.serve().built().await;
    let told = proof(&second, NONCE).await;
    let start = told["start"].as_str().unwrap();
    assert_ne!(start, meta(&page, "book-start"));
    // As the page does it.
    let expected =
        mac(&key, &format!("server\n{}\n{NONCE}\n{start}", second.port));
    assert_eq!(told["proof"], expected.as_str());
    let token = mac(&key, &format!("token\n{start}"));
    assert_eq!(&token[..32], second.token);
}

#[tokio::test]
async fn another_checkout_has_another_key_and_another_name() {
    let (one, two) = (Checkout::new(), Checkout::new());
    let one = one.serve().built().await;
    let two = two.serve().built().await;
    let page = one.get("/page.html").await.body;
    let key = meta(&page, "book-key");
    let told = proof(&two, NONCE).await;
    let start = told["start"].as_str().unwrap();
    let ours = mac(&key, &format!("server\n{}\n{NONCE}\n{start}", two.port));
    assert_ne!(told["proof"], ours.as_str());
    let (one, two) = (&one.server.app.identity, &two.server.app.identity);
    assert_ne!(one.host(), two.host());
}

#[tokio::test]
async fn a_question_of_another_page_or_shape_is_not_answered() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let port = served.port;
    let head = |query: &str, more: &str| {
        format!("GET /proof{query} HTTP/1.0\nHost: 127.0.0.1:{port}\n{more}")
    };
    let long = format!("?nonce={}", "a".repeat(129));
    for query in ["", "?nonce=", "?nonce=abc", "?other=1", &long] {
        let answer = raw(port, &head(query, ""), "").await;
        assert_eq!(answer.status, 400, "{query}");
    }
    let query = format!("?nonce={NONCE}");
    let cross = head(&query, "Sec-Fetch-Site: cross-site\n");
    assert_eq!(raw(port, &cross, "").await.status, 403);
    let foreign = head(&query, "").replace("127.0.0.1", "evil.example");
    assert_eq!(raw(port, &foreign, "").await.status, 403);
}

/// A script of another program that had this port before asks as ours would.
#[tokio::test]
async fn only_a_page_that_is_shown_has_the_token() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let port = served.port;
    for path in ["/page.html", "/", "/missing.html"] {
        for (what, has) in [
            ("", true),
            ("Sec-Fetch-Dest: document\n", true),
            ("Sec-Fetch-Dest: empty\n", false),
            ("Sec-Fetch-Dest: iframe\n", false),
            ("Sec-Fetch-Dest: serviceworker\n", false),
        ] {
            let head =
                format!("GET {path} HTTP/1.0\nHost: 127.0.0.1:{port}\n{what}");
            let page = raw(port, &head, "").await.body;
            assert_eq!(page.contains(&served.token), has, "{path} {what}");
            assert_eq!(page.contains("book-key"), has, "{path} {what}");
        }
    }
}

#[tokio::test]
async fn no_service_worker_is_installed() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let port = served.port;
    let head = format!(
        "GET /a.css HTTP/1.0\nHost: 127.0.0.1:{port}\n\
         Service-Worker: script\n"
    );
    assert_eq!(raw(port, &head, "").await.status, 403);
    let page = served.get("/page.html").await;
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("worker-src 'none'"), "{policy}");
}

#[tokio::test]
async fn the_checkouts_own_name_is_answered_and_no_other() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let host = served.server.app.identity.host();
    let port = served.port;
    let own = served
        .head("GET", "/api/exercises")
        .replace("127.0.0.1", &host);
    let own = format!("{own}Origin: http://{host}:{port}\n");
    assert_eq!(raw(port, &own, "").await.status, 200);
    let other = served
        .head("GET", "/page.html")
        .replace("127.0.0.1", "book-0123456789abcdef.localhost");
    let answer = raw(port, &other, "").await;
    assert_eq!(answer.status, 403);
    assert!(!answer.body.contains(&served.token));
}

/// As on a system that cannot tell users apart.
#[tokio::test]
async fn where_nobody_tells_the_printed_address_opens_once() {
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, StatusCode, header};
    use book::entrance::Entrance;
    use book::identity::random_token;
    use std::sync::Arc;
    use tower::ServiceExt;

    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let mut app = served.server.app.clone();
    let (key, session) = (random_token().unwrap(), random_token().unwrap());
    let word = key.as_str().to_owned();
    let entrance = Entrance::new(key, session, &app.identity.name);
    app.entrance = Some(Arc::new(entrance));
    let router = book::http::router(app);
    let ask = async |path: &str, cookie: &str| {
        let request = Request::get(path)
            .header("host", format!("127.0.0.1:{}", served.port))
            .header("cookie", cookie)
            .header("x-book-token", &served.token)
            .body(Body::empty())
            .unwrap();
        router.clone().oneshot(request).await.unwrap()
    };
    for path in ["/", "/page.html", "/api/exercises", "/?key=0123"] {
        let answer = ask(path, "").await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path}");
        let body = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
        let body = String::from_utf8_lossy(&body);
        assert!(!body.contains(&served.token), "{path}");
    }
    let opened = ask(&format!("/?key={word}"), "").await;
    assert_eq!(opened.status(), StatusCode::SEE_OTHER);
    let cookie = opened.headers()[header::SET_COOKIE].to_str().unwrap();
    for what in ["HttpOnly", "SameSite=Strict"] {
        assert!(cookie.contains(what), "{cookie}");
    }
    let cookie = cookie.split(';').next().unwrap();
    assert_eq!(ask("/page.html", cookie).await.status(), StatusCode::OK);
    assert_eq!(ask("/api/exercises", cookie).await.status(), StatusCode::OK);
    let again = ask(&format!("/?key={word}"), "").await;
    assert_eq!(again.status(), StatusCode::FORBIDDEN, "it opens once");
}
