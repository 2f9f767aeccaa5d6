//! Who this server is: the secret of its checkout, and what is made of it.
//!
//! The secret is in `.book/key`, for this user only, and stays there from
//! start to start. Of it are made
//! - the key of the pages, with which a page signs the drafts that it leaves
//!   in the browser, and knows the server again after a restart;
//! - a name that no other program can guess: the book is opened at
//!   `http://NAME.localhost:PORT/`, which is an origin of its own, with a
//!   storage of its own in the browser, whoever had the port before;
//! - the token of each start.
//!
//! What a program on this port could ask for and keep is of no use to it: no
//! answer has the secret or the key, and a proof is of one question to one
//! server on one port.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::token::Token;

const FILE: &str = ".book/key";

/// Hexadecimal digits of the secret.
const LENGTH: usize = 64;

#[derive(Clone)]
pub struct Identity {
    /// The pages have it; see `viewer/src/server/proof.ts`.
    pub page_key: String,
    /// Names this start. No secret.
    pub start: String,
    /// The first part of the checkout's own host name.
    pub name: String,
    pub token: Token,
}

impl Identity {
    /// Of the checkout whose `.book` is in `home`.
    pub fn load(home: &Path) -> Result<Self> {
        let secret = match read(&home.join(FILE))? {
            Some(secret) => secret,
            None => create(&home.join(FILE))?,
        };
        Identity::of(&secret)
    }

    fn of(secret: &str) -> Result<Self> {
        let page_key = mac(secret, "pages");
        let start = random()?[..32].to_owned();
        let name = format!("book-{}", &mac(secret, "origin")[..16]);
        let token = mac(&page_key, &format!("token\n{start}"));
        Ok(Identity {
            token: Token::new(&token[..32]),
            page_key,
            start,
            name,
        })
    }

    /// The host name of the checkout's own origin.
    pub fn host(&self) -> String {
        format!("{}.localhost", self.name)
    }

    /// What only this checkout can say to `nonce`, asked on `port`.
    pub fn proof(&self, port: u16, nonce: &str) -> String {
        let question = format!("server\n{port}\n{nonce}\n{}", self.start);
        mac(&self.page_key, &question)
    }
}

/// HMAC-SHA256 in hexadecimal digits.
pub fn mac(key: &str, text: &str) -> String {
    // A key may have any length, so there is no error.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.as_bytes()) else {
        return String::new();
    };
    mac.update(text.as_bytes());
    hex(&mac.finalize().into_bytes())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// 256 bits from the system's random source.
fn random() -> Result<String> {
    let mut bytes = [0; LENGTH / 2];
    getrandom::fill(&mut bytes).map_err(|error| {
        anyhow!("the system has no random numbers: {error}")
    })?;
    Ok(hex(&bytes))
}

pub fn random_token() -> Result<Token> {
    Ok(Token::new(&random()?))
}

/// Nothing: there is none yet, or it is no secret (any more).
fn read(path: &Path) -> Result<Option<String>> {
    let what = || format!("cannot read {}", path.display());
    let text = match checker::read::string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        // Whatever it is, it is no secret; a folder in its place stays there.
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            return Err(error).with_context(what);
        }
        Err(_) => return Ok(None),
    };
    let whole = text.len() == LENGTH
        && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    Ok((whole && is_private(path)).then_some(text))
}

/// One that others can read is no secret.
#[cfg(unix)]
fn is_private(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::symlink_metadata(path)
        .is_ok_and(|meta| meta.is_file() && meta.mode() & 0o077 == 0)
}

#[cfg(not(unix))]
fn is_private(_: &Path) -> bool {
    true
}

fn create(path: &Path) -> Result<String> {
    let secret = random()?;
    let what = || format!("cannot write {}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(what)?;
    }
    // Whole or not there, and nobody's else from its first moment on.
    let beside = path.with_extension(format!("{}.part", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = fs::remove_file(&beside);
    let written = options
        .open(&beside)
        .and_then(|mut file| file.write_all(secret.as_bytes()))
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written.with_context(what)?;
    Ok(secret)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkout_keeps_its_secret_and_its_name() {
        let home = tempfile::tempdir().unwrap();
        let one = Identity::load(home.path()).unwrap();
        let two = Identity::load(home.path()).unwrap();
        assert_eq!(one.page_key, two.page_key);
        assert_eq!(one.name, two.name);
        assert_ne!(one.start, two.start);
        assert!(!one.token.matches(two.token.as_str()));
        let other = tempfile::tempdir().unwrap();
        let other = Identity::load(other.path()).unwrap();
        assert_ne!(one.name, other.name);
        assert_ne!(one.page_key, other.page_key);
    }

    #[test]
    fn a_proof_is_of_one_question_on_one_port() {
        let one = Identity::of("secret").unwrap();
        let again = Identity::of("secret").unwrap();
        assert_eq!(one.proof(3000, "n"), one.proof(3000, "n"));
        for other in [
            one.proof(3001, "n"),
            one.proof(3000, "m"),
            again.proof(3000, "n"),
            Identity::of("another").unwrap().proof(3000, "n"),
        ] {
            assert_ne!(one.proof(3000, "n"), other);
        }
    }

    /// The same as the page makes it.
    #[test]
    fn a_mac_is_that_of_the_standard() {
        assert_eq!(
            mac("Jefe", "what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_secret_that_others_can_read_is_made_anew() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let one = Identity::load(home.path()).unwrap();
        let path = home.path().join(FILE);
        let mode = || fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode() & 0o777, 0o600);
        let open = fs::Permissions::from_mode(0o644);
        fs::set_permissions(&path, open).unwrap();
        let two = Identity::load(home.path()).unwrap();
        assert_ne!(one.page_key, two.page_key);
        assert_eq!(mode() & 0o777, 0o600);
        fs::write(&path, "half of a sec").unwrap();
        let three = Identity::load(home.path()).unwrap();
        assert_ne!(two.page_key, three.page_key);
    }
}
