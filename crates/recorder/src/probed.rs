//! Hears the probes in the copy of the program.

use probes::{FutureId, Note, Recorder};
use tokio::runtime::Builder;

use crate::note::{self, note, note_here};
use crate::raw::{Probe, What};
use crate::{listen, plain};

struct Heard;

/// Has the probes of this process tell the log.
pub(crate) fn listen() {
    probes::listen(&Heard);
}

impl Recorder for Heard {
    fn note(&self, told: Note, with_stack: bool) {
        match (What::try_from(told), with_stack) {
            (Ok(what), true) => note_here(what),
            (Ok(what), false) => note(what),
            (Err(told), _) => plain::root(&told),
        }
    }

    fn new_future(&self) -> FutureId {
        note::new_future()
    }

    fn is_done(&self) -> bool {
        note::done()
    }

    fn waker_cloned(&self) {
        listen::waker_cloned();
    }

    fn built(&self, builder: &mut Builder, multi_thread: bool) {
        plain::built(builder, multi_thread);
    }
}

impl TryFrom<Note> for What {
    /// What is told of a plain `main`.
    type Error = Note;

    fn try_from(note: Note) -> Result<Self, Note> {
        Ok(match note {
            Note::Created {
                future,
                name,
                made,
                line,
                again,
            } => {
                let probe = Probe {
                    name,
                    made,
                    line,
                    again,
                };
                What::Created { future, probe }
            }
            Note::FuturePoll { future } => What::FuturePoll { future },
            Note::FuturePending { future } => What::FuturePending { future },
            Note::FutureReady { future, error } => {
                What::FutureReady { future, error }
            }
            Note::FutureWake { future } => What::FutureWake { future },
            Note::FutureDropped { future } => What::FutureDropped { future },
            Note::FutureGone { future } => What::FutureGone { future },
            Note::At { line, task } => What::At { line, task },
            Note::AtDone => What::AtDone,
            Note::Sending { value, line } => What::Sending { value, line },
            Note::SendDone { ok } => What::SendDone { ok },
            Note::Received { value } => What::Received { value },
            Note::Called { what, task, line } => {
                What::Called { what, task, line }
            }
            Note::CallDone => What::CallDone,
            Note::Tried { what } => What::Tried { what },
            Note::Out { text, line } => What::Out { text, line },
            Note::BlockOn { .. }
            | Note::RootPoll
            | Note::RootPending
            | Note::RootReady
            | Note::RootWake => return Err(note),
        })
    }
}
