//! What the server adds to a page while sending it; the files stay as built.

use crate::identity::Identity;

/// Adds the token, what a page knows the server by, and the nonce that lets the page's own scripts run.
pub fn dress(page: &str, identity: Option<&Identity>, nonce: &str) -> String {
    let mut dressed = String::with_capacity(page.len() + 1024);
    let mut rest = page;
    if let Some(identity) = identity
        && let Some((before, after)) = page.split_once("<head>")
    {
        dressed.push_str(before);
        dressed.push_str("<head>");
        for (name, content) in [
            ("book-token", identity.token.as_str()),
            ("book-key", &identity.page_key),
            ("book-start", &identity.start),
        ] {
            dressed.push_str("<meta name=\"");
            dressed.push_str(name);
            dressed.push_str("\" content=\"");
            dressed.push_str(content);
            dressed.push_str("\">");
        }
        rest = after;
    }
    // As a browser reads it: nothing within a script is an element, so what
    // stands in a figure's data is left alone.
    while let Some((before, after)) = rest.split_once("<script") {
        dressed.push_str(before);
        dressed.push_str("<script");
        if after.starts_with(|c: char| c == '>' || c.is_ascii_whitespace()) {
            dressed.push_str(" nonce=\"");
            dressed.push_str(nonce);
            dressed.push('"');
        }
        let end = after.find("</script").unwrap_or(after.len());
        dressed.push_str(&after[..end]);
        rest = &after[end..];
    }
    dressed.push_str(rest);
    dressed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::Token;

    #[test]
    fn adds_the_token_once_and_the_nonce_to_each_script() {
        let page = "<html><head><script>one</script></head>\
                    <body><script src=\"x\"></script></body></html>";
        let identity = Identity {
            page_key: "K".to_owned(),
            start: "S".to_owned(),
            name: "book-x".to_owned(),
            token: Token::new("T"),
        };
        assert_eq!(
            dress(page, Some(&identity), "N"),
            "<html><head><meta name=\"book-token\" content=\"T\">\
             <meta name=\"book-key\" content=\"K\">\
             <meta name=\"book-start\" content=\"S\">\
             <script nonce=\"N\">one</script></head>\
             <body><script nonce=\"N\" src=\"x\"></script></body></html>"
        );
    }

    #[test]
    fn what_stands_in_a_script_is_not_touched() {
        let page = "<head></head><script type=\"application/json\">\
                    {\"code\":\"<script>\"}</script>end";
        assert_eq!(
            dress(page, None, "N"),
            "<head></head><script nonce=\"N\" type=\"application/json\">\
             {\"code\":\"<script>\"}</script>end"
        );
    }

    #[test]
    fn escapes_what_a_compiler_may_say() {
        assert_eq!(
            timeline::escape("Vec<T> & \"x\""),
            "Vec&lt;T&gt; &amp; &quot;x&quot;"
        );
    }
}
