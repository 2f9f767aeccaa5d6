//! Who may ask, and how.

use crate::client::raw;
use crate::fixture::{Checkout, STUB, Served};

/// Everything that the server can be asked for: method and path.
fn endpoints() -> Vec<(String, String)> {
    let routes = book::http::routes();
    assert!(routes.len() >= 15, "{} routes", routes.len());
    routes
        .iter()
        .map(|route| (route.method.to_string(), format!("/api{}", route.path)))
        .collect()
}

/// What would do something, if it were let through.
fn body(path: &str) -> &'static str {
    match path {
        "/api/run" => "{\"example\":\"hello\"}",
        "/api/stop" => "{\"run\":1}",
        "/api/check" | "/api/solved" => "{\"id\":\"one\"}",
        "/api/reveal" => "{\"id\":\"one\",\"what\":\"hint\"}",
        _ => {
            "{\"kind\":\"exercise\",\"name\":\"one\",\"text\":\"evil\",\
              \"base\":\"\",\"over\":true}"
        }
    }
}

/// Sends a request to every endpoint with one line of the head changed.
async fn refused(
    served: &Served,
    status: u16,
    change: impl Fn(&str) -> String,
) {
    for (method, path) in endpoints() {
        let head = change(&served.head(&method, &path));
        let answer = raw(served.port, &head, body(&path)).await;
        assert_eq!(answer.status, status, "{head}\n{}", answer.body);
        let body = answer.json();
        assert!(body["error"].is_string(), "{body}");
        assert!(body["remedy"].is_string(), "{body}");
        assert_eq!(served.server.app.runs.alive(), 0, "nothing runs");
    }
    let app = &served.server.app;
    let mine = app.root.join("exercises/01_one/exercise.rs");
    assert_eq!(std::fs::read_to_string(mine).unwrap(), STUB, "as it was");
    assert!(!app.root.join(".book/backups").exists(), "nothing kept");
    assert!(!app.root.join(".book/progress.json").exists(), "not shown");
}

#[tokio::test]
async fn a_foreign_host_is_refused() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let port = served.port;
    for host in [
        "evil.example".to_string(),
        format!("evil.example:{port}"),
        format!("127.0.0.1.evil.example:{port}"),
        format!("127.0.0.1:{}", port ^ 1),
        "127.0.0.1".to_string(),
        format!("0.0.0.0:{port}"),
        String::new(),
    ] {
        let change =
            |head: &str| head.replace(&format!("127.0.0.1:{port}"), &host);
        refused(&served, 403, change).await;
        let page = change(&served.head("GET", "/"));
        let answer = raw(port, &page, "").await;
        assert_eq!(answer.status, 403, "{host}");
        assert!(!answer.body.contains(&served.token));
    }
    let twice = |head: &str| format!("{head}Host: evil.example\n");
    refused(&served, 400, twice).await;
}

#[tokio::test]
async fn a_request_target_with_a_foreign_host_is_refused() {
    let served = Checkout::new().serve().built().await;
    let head = served.head("GET", "http://evil.example/index.html");
    let answer = raw(served.port, &head, "").await;
    assert_eq!(answer.status, 403);
}

#[tokio::test]
async fn localhost_is_us() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let head = served.head("GET", "/api/exercises");
    let head = head.replace("127.0.0.1", "LocalHost");
    assert_eq!(raw(served.port, &head, "").await.status, 200);
}

#[tokio::test]
async fn a_foreign_origin_is_refused() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let port = served.port;
    for origin in [
        "https://evil.example".to_string(),
        "null".to_string(),
        format!("https://127.0.0.1:{port}"),
        format!("http://127.0.0.1:{}", port ^ 1),
        // Ours, but not the one that the request was sent to.
        format!("http://localhost:{port}"),
    ] {
        let change = |head: &str| format!("{head}Origin: {origin}\n");
        refused(&served, 403, change).await;
    }
    let same = format!(
        "{}Origin: http://127.0.0.1:{port}\nSec-Fetch-Site: same-origin\n",
        served.head("GET", "/api/exercises")
    );
    assert_eq!(raw(port, &same, "").await.status, 200);
}

#[tokio::test]
async fn a_page_of_another_site_is_refused() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    for site in ["cross-site", "same-site", "none"] {
        let change = |head: &str| format!("{head}Sec-Fetch-Site: {site}\n");
        refused(&served, 403, change).await;
    }
}

#[tokio::test]
async fn without_the_token_nothing_is_answered() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let line = format!("X-Book-Token: {}\n", served.token);
    refused(&served, 403, |head| head.replace(&line, "")).await;
    refused(&served, 403, |head| head.replace(&served.token, "")).await;
    let other = "0".repeat(served.token.len());
    refused(&served, 403, |head| head.replace(&served.token, &other)).await;
    // The token in the address is for the stream of events only: addresses
    // end up in histories and logs.
    let head = served
        .head("GET", &format!("/api/exercises?token={}", served.token))
        .replace(&line, "");
    assert_eq!(raw(served.port, &head, "").await.status, 403);
}

#[tokio::test]
async fn another_start_has_another_token() {
    let checkout = Checkout::new();
    let (one, two) = (checkout.serve(), checkout.serve());
    assert_ne!(one.token, two.token);
    let head = two.head("GET", "/api/exercises");
    let head = head.replace(&two.token, &one.token);
    assert_eq!(raw(two.port, &head, "").await.status, 403);
}

#[tokio::test]
async fn what_a_form_can_send_is_refused() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain; charset=application/json",
        "",
    ] {
        for (method, path) in endpoints() {
            if method == "GET" {
                continue;
            }
            let head = served
                .head(&method, &path)
                .replace("Content-Type: application/json", kind_line(kind));
            let head = head.replace("KIND", kind);
            let answer = raw(served.port, &head, body(&path)).await;
            assert_eq!(answer.status, 415, "{head}");
        }
    }
}

fn kind_line(kind: &str) -> &'static str {
    match kind {
        "" => "X-None: none",
        _ => "Content-Type: KIND",
    }
}

#[tokio::test]
async fn no_other_origin_may_read_an_answer() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let ask = served.head("OPTIONS", "/api/run")
        + "Access-Control-Request-Method: POST\n";
    let preflight = raw(served.port, &ask, "").await;
    assert_eq!(preflight.status, 405);
    for answer in [
        preflight,
        served.get("/").await,
        served.get("/api/exercises").await,
        served.get("/a.css").await,
        served.get("/nothing").await,
    ] {
        let head = answer.head.to_ascii_lowercase();
        assert!(!head.contains("access-control-"), "{head}");
        let same = Some("same-origin");
        assert_eq!(answer.header("cross-origin-resource-policy"), same);
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("x-frame-options"), Some("DENY"));
        assert!(answer.header("content-security-policy").is_some());
    }
}

#[tokio::test]
async fn a_page_has_the_token_and_runs_only_its_own_scripts() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let page = served.get("/page.html").await;
    assert_eq!(page.status, 200);
    let meta =
        format!("<meta name=\"book-token\" content=\"{}\">", served.token);
    assert!(page.body.contains(&meta), "{}", page.body);
    assert_eq!(page.header("cache-control"), Some("no-store"));

    let policy = page.header("content-security-policy").unwrap();
    let nonce = page.body.split("nonce=\"").nth(1).unwrap();
    let nonce = nonce.split('"').next().unwrap();
    let scripts = format!("script-src 'self' 'nonce-{nonce}';");
    assert!(policy.contains(&scripts), "{policy}");
    assert!(!policy.contains("unsafe-eval"), "{policy}");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    let again = served.get("/page.html").await;
    assert!(!again.body.contains(nonce), "a nonce is used once");

    // The contents stand in a frame when there is no JavaScript.
    let framed = served.get("/toc.html").await;
    assert!(!framed.body.contains(&served.token));
    assert_eq!(framed.header("x-frame-options"), Some("SAMEORIGIN"));
}

#[tokio::test]
async fn a_request_that_is_too_large_or_no_json_is_refused() {
    let checkout = Checkout::new();
    let served = checkout.serve().built().await;
    let long = format!("{{\"example\":\"{}\"}}", "x".repeat(20_000));
    let answer = served.post("/api/run", &long).await;
    assert_eq!(answer.status, 413);
    for body in ["", "{", "[]", "{\"example\":7}", "{\"id\":\"one\"}"] {
        let answer = served.post("/api/run", body).await;
        assert_eq!(answer.status, 400, "{body}");
        assert!(answer.json()["remedy"].is_string());
    }
    for what in ["", "all"] {
        let body = format!("{{\"id\":\"one\",\"what\":\"{what}\"}}");
        let answer = served.post("/api/reveal", &body).await;
        assert_eq!(answer.status, 400);
    }
    assert_eq!(served.post("/api/nothing", "{}").await.status, 404);
    assert_eq!(served.post("/", "{}").await.status, 405);
}
