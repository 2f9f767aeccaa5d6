//! What an open page shows or acts on, and the bus that takes it there.

use std::sync::Arc;

use checker::Judgment;
use checker::desk::Kind;
use serde::Serialize;
use tokio::sync::broadcast;

/// Something that an open page shows or acts on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PageEvent {
    Reload,
    Building,
    Built,
    BuildError {
        message: String,
    },
    Checking {
        id: String,
    },
    Exercise {
        id: String,
        #[serde(flatten)]
        judgment: Judgment,
        /// Of the text that was judged.
        revision: String,
    },
    /// No verdict was possible, and why.
    NotChecked {
        id: String,
        message: String,
    },
    Recording {
        example: String,
    },
    /// An editable file has another text now, whoever wrote it.
    File {
        of: Kind,
        name: String,
        /// Empty: it is gone.
        revision: String,
    },
    /// What the recorder of the reader's code is busy with; nothing when it
    /// is ready.
    Recorder {
        message: String,
    },
}

/// How many events a page may be behind before it starts afresh.
const BEHIND: usize = 256;

/// To the open pages. An event is encoded once, however many of them listen.
#[derive(Clone, Debug)]
pub struct EventBus(broadcast::Sender<Arc<EncodedEvent>>);

#[derive(Debug)]
pub struct EncodedEvent {
    pub event: PageEvent,
    pub json: String,
}

pub type Subscription = broadcast::Receiver<Arc<EncodedEvent>>;

impl EventBus {
    /// Tells every open page; none may be open.
    pub fn tell(&self, event: PageEvent) {
        let json = encode(&event);
        let _ = self.0.send(Arc::new(EncodedEvent { event, json }));
    }

    /// From now on.
    pub fn subscribe(&self) -> Subscription {
        self.0.subscribe()
    }
}

impl Default for EventBus {
    fn default() -> Self {
        EventBus(broadcast::Sender::new(BEHIND))
    }
}

pub fn encode(event: &PageEvent) -> String {
    serde_json::to_string(event).unwrap_or_default()
}
