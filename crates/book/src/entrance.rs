//! The way in where the system cannot tell users apart: the address that is
//! printed has a key, which opens once and becomes a cookie.
//!
//! Without it a page, in which the token stands, would be read by any user of
//! the machine. The cookie is for this host name only, no script can read it,
//! and no page of another site can have it sent.

use std::sync::{Mutex, PoisonError};

use crate::token::Token;

pub struct Entrance {
    /// Until somebody has used it.
    key: Mutex<Option<Token>>,
    session: Token,
    /// The cookie's own: another checkout has another one.
    name: String,
}

impl Entrance {
    pub fn new(key: Token, session: Token, name: &str) -> Self {
        Entrance {
            key: Mutex::new(Some(key)),
            session,
            name: name.to_owned(),
        }
    }

    /// What follows the printed address.
    pub fn query(&self) -> String {
        let key = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        key.as_ref()
            .map_or_else(String::new, |key| format!("?key={}", key.as_str()))
    }

    /// Who has the key gets the cookie, once.
    pub fn open(&self, query: Option<&str>) -> Option<String> {
        let asked = query?.split('&').find_map(|q| q.strip_prefix("key="))?;
        let mut key = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        key.take_if(|key| key.matches(asked))?;
        Some(format!(
            "{}={}; Path=/; HttpOnly; SameSite=Strict",
            self.name,
            self.session.as_str()
        ))
    }

    /// The header `Cookie` of a request.
    pub fn knows(&self, cookies: &str) -> bool {
        cookies.split(';').any(|cookie| {
            cookie.trim().split_once('=').is_some_and(|(name, value)| {
                name == self.name && self.session.matches(value)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_opens_once() {
        let of = |word| Token::new(word);
        let entrance = Entrance::new(of("k1"), of("s1"), "book-x");
        assert_eq!(entrance.query(), "?key=k1");
        assert_eq!(entrance.open(None), None);
        assert_eq!(entrance.open(Some("key=k2")), None);
        let cookie = entrance.open(Some("key=k1")).unwrap();
        assert!(cookie.contains("HttpOnly; SameSite=Strict"), "{cookie}");
        assert_eq!(entrance.open(Some("key=k1")), None, "used");
        assert!(entrance.knows("a=b; book-x=s1"));
        assert!(!entrance.knows("book-x=s2; other=s1"));
        assert!(!entrance.knows(""));
    }
}
