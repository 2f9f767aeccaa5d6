//! The secret of this start: only a page that this server sent knows it.

#[derive(Clone)]
pub struct Token(String);

impl Token {
    pub fn new(word: &str) -> Self {
        Token(word.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Takes the same time wherever the first difference is.
    pub fn matches(&self, other: &str) -> bool {
        let (a, b) = (self.0.as_bytes(), other.as_bytes());
        a.len() == b.len()
            && a.iter().zip(b).fold(0, |d, (a, b)| d | (a ^ b)) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_itself_only() {
        let token = Token::new("0123456789abcdef");
        assert!(token.matches(token.clone().as_str()));
        assert!(!token.matches(""));
        assert!(!token.matches(&token.as_str()[1..]));
        assert!(!token.matches("0123456789abcdeF"));
    }
}
