//! wrong: who_comes_late_passes_at_once
//! says: never finished
//!
//! A subscriber hears what is sent from then on.

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
