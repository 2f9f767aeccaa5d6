//! The secret of this start: only a page that this server sent knows it.

use anyhow::{Result, anyhow};

#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// 128 bits from the system's random source.
    pub fn random() -> Result<Self> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|error| {
            anyhow!("the system has no random numbers: {error}")
        })?;
        Ok(Token(
            bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        ))
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
        let token = Token::random().unwrap();
        assert!(token.matches(token.clone().as_str()));
        assert!(!token.matches(""));
        assert!(!token.matches(&token.as_str()[1..]));
        assert!(!token.matches(Token::random().unwrap().as_str()));
    }
}
