//! wrong: who_comes_late_passes_at_once
//! says: never finished
//!
//! Whoever waits passes at 100 ms, and those who come at 200 ms wait for ever.
//! Perhaps each of them begins to listen when it comes, and hears what is sent
//! from then on. What was sent before: who keeps it?

use tokio::sync::broadcast;

pub struct Gate {
    news: broadcast::Sender<()>,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            news: broadcast::Sender::new(1),
        }
    }
}

impl Gate {
    pub fn open(&self) {
        let _ = self.news.send(());
    }

    pub async fn pass(&self) {
        let _ = self.news.subscribe().recv().await;
    }
}
