//! Three questions about a user, with three types of answer.

use std::fmt;

use crate::log::{Log, Watched};
use crate::ms;

/// A back office. Clones are the same office.
#[derive(Clone, Default)]
pub struct Office {
    log: Log,
}

impl Office {
    pub fn new() -> Self {
        Self::default()
    }

    /// The user's full name; takes 300 ms.
    pub async fn name(&self, user: &str) -> String {
        self.log.visit("name", ms(300)).await;
        format!("{user} Lovelace")
    }

    /// The numbers of the user's orders; takes 100 ms.
    pub async fn orders(&self, user: &str) -> Vec<u32> {
        self.log.visit("orders", ms(100)).await;
        user.bytes().map(u32::from).collect()
    }

    /// How many messages the user has not read; takes 200 ms.
    pub async fn unread(&self, user: &str) -> usize {
        self.log.visit("unread", ms(200)).await;
        user.len()
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the office")
    }
}

impl Watched for Office {
    fn log(&self) -> &Log {
        &self.log
    }
}
