//! The headers that keep a page from loading or being loaded by others.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// A new one for every page: a number nobody can know before.
///
/// mdBook writes inline scripts into its pages. The nonce lets those run that
/// were in the file, and no others.
pub fn nonce() -> String {
    let mut bytes = [0; 16];
    // Without random numbers the server did not start, see `Token::random`.
    // Should they fail now, an empty nonce makes the page run no script.
    match getrandom::fill(&mut bytes) {
        Ok(()) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        Err(_) => String::new(),
    }
}

/// The page's Content-Security-Policy.
///
/// - Scripts: files of this server, and the inline ones of the page.
/// - Styles: inline ones as well. mdBook, mermaid and the figures set `style`
///   attributes, which no nonce can allow.
/// - Everything else from this server only; pictures and fonts also from
///   `data:`. mdBook shows its table of contents in a frame when there is no
///   JavaScript.
pub fn for_page(headers: &mut HeaderMap, nonce: &str, framed: bool) {
    let ancestors = if framed { "'self'" } else { "'none'" };
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}'; \
         style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
         font-src 'self' data:; connect-src 'self'; frame-src 'self'; \
         worker-src 'none'; manifest-src 'self'; form-action 'self'; \
         base-uri 'self'; frame-ancestors {ancestors}"
    );
    if let Ok(policy) = HeaderValue::try_from(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    let frames = if framed { "SAMEORIGIN" } else { "DENY" };
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static(frames));
}

/// For every answer, whatever it is.
pub async fn always(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let set = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    for (name, value) in set {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // No page of another origin may load what is here, or keep a hand on a
    // window that shows it.
    for (name, value) in [
        ("cross-origin-resource-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // What is not a page needs nothing.
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        headers.insert(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(
                "default-src 'none'; frame-ancestors 'none'",
            ),
        );
        headers
            .insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    }
    response
}
