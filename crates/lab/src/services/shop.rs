//! A shop whose every step has an effect that can be counted.

use std::fmt;

use crate::log::{Log, Watched};
use crate::ms;

/// Each step takes 100 ms. Clones are the same shop.
#[derive(Clone, Default)]
pub struct Shop {
    log: Log,
}

impl Shop {
    pub fn new() -> Self {
        Self::default()
    }

    pub async fn reserve(&self, order: u32) {
        self.log.visit(format!("reserve {order}"), ms(100)).await;
    }

    pub async fn charge(&self, order: u32) {
        self.log.visit(format!("charge {order}"), ms(100)).await;
    }

    pub async fn pack(&self, order: u32) {
        self.log.visit(format!("pack {order}"), ms(100)).await;
    }

    pub async fn mail(&self, to: &str) {
        self.log.visit(format!("mail {to}"), ms(100)).await;
    }

    pub async fn ship(&self, order: u32) {
        self.log.visit(format!("ship {order}"), ms(100)).await;
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Shop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the shop")
    }
}

impl Watched for Shop {
    fn log(&self) -> &Log {
        &self.log
    }
}
