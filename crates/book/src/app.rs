//! What the parts of a running server share.

use std::path::Path;
use std::sync::Arc;

use tokio::sync::mpsc;

use crate::editable::EditableFiles;
use crate::entrance::Entrance;
use crate::event_loop::event::Event;
use crate::events::{EventBus, PageEvent};
use crate::figures::Figures;
use crate::identity::Identity;
use crate::programs::Programs;
use crate::run::Runs;
use crate::shutdown::Shutdown;
use crate::site::Site;
use crate::status::ExerciseStatusStore;

/// What the parts of the server share.
#[derive(Clone)]
pub struct App {
    pub root: Arc<Path>,
    /// Whose `.book` is written: the checkout, or a temporary folder.
    pub home: Arc<Path>,
    pub port: u16,
    pub identity: Identity,
    /// Where the system cannot tell users apart.
    pub entrance: Option<Arc<Entrance>>,
    pub site: Arc<Site>,
    pub status: Arc<ExerciseStatusStore>,
    pub files: Arc<EditableFiles>,
    pub runs: Runs,
    pub figures: Arc<Figures>,
    /// Everything that was started and is alive.
    pub programs: Programs,
    /// To the open pages.
    pub bus: EventBus,
    /// To the event loop.
    pub events: mpsc::UnboundedSender<Event>,
    pub shutdown: Shutdown,
}

impl App {
    /// Tells every open page; none may be open.
    pub fn tell(&self, event: PageEvent) {
        self.bus.tell(event);
    }

    /// Tells the event loop; it may have ended.
    pub fn send(&self, event: Event) {
        let _ = self.events.send(event);
    }
}
