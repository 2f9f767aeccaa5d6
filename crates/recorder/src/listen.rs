//! Listens to Tokio: its tracing spans and events, and its task hooks.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use probes::clones_own_waker;
use timeline::Outcome;
use tokio::runtime::Builder;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::note::{self, note, note_anywhere, note_here};
use crate::raw::{Change, SpanId, Spawn, WakerOp, What};

/// Installs the task hooks. They need `--cfg tokio_unstable`.
pub(crate) fn hooks(builder: &mut Builder) -> &mut Builder {
    fn id(meta: &tokio::runtime::TaskMeta<'_>) -> u64 {
        // `tokio::task::Id` shows its number and offers it in no other way.
        meta.id().to_string().parse().unwrap_or_default()
    }
    builder
        .on_task_spawn(|meta| note(What::Spawned { task: id(meta) }))
        .on_before_task_poll(|meta| note(What::PollStart { task: id(meta) }))
        .on_after_task_poll(|_| note(What::PollEnd))
        .on_task_terminate(|meta| note(What::Terminated { task: id(meta) }))
}

/// What this thread does.
#[derive(Default)]
struct Spans {
    /// Spans that were entered and not left, outermost first.
    entered: Vec<(SpanId, Kind)>,
    /// What is made now is the check's.
    own: bool,
}

/// A span that any thread may enter.
struct Span {
    kind: Kind,
    /// It belongs to a check, not to the code that it checks.
    hidden: bool,
    /// How often it is held; at none it is closed.
    held: u32,
}

static ALL: Mutex<BTreeMap<SpanId, Span>> = Mutex::new(BTreeMap::new());
static LAST: AtomicU64 = AtomicU64::new(0);

fn all() -> MutexGuard<'static, BTreeMap<SpanId, Span>> {
    ALL.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Task,
    Resource,
    Op,
    OpPoll { op: Option<SpanId> },
    Other,
}

thread_local! {
    static SPANS: RefCell<Spans> = RefCell::default();
}

impl Spans {
    fn current_resource(&self) -> Option<SpanId> {
        let mut entered = self.entered.iter().rev();
        let resource = entered.find(|(_, kind)| *kind == Kind::Resource);
        resource.map(|(span, _)| *span)
    }

    /// Whether the check itself does what is told now.
    fn hides(&self) -> bool {
        let hidden = |span| all().get(&span).is_some_and(|span| span.hidden);
        self.own || self.current_resource().is_some_and(hidden)
    }

    fn current_op(&self) -> Option<SpanId> {
        let entered = self.entered.iter().rev();
        entered.copied().find_map(|(span, kind)| match kind {
            Kind::Op => Some(span),
            Kind::OpPoll { op } => op,
            _ => None,
        })
    }
}

/// A subscriber of our own: span ids are never used twice, which a registry
/// does not promise.
pub(crate) struct Listener;

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let target = metadata.target();
        target.starts_with("tokio")
            || target.starts_with("runtime")
            || target == "lab"
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields::default();
        span.record(&mut fields);
        let id = LAST.fetch_add(1, Ordering::Relaxed) + 1;
        let (kind, hidden, what) = SPANS.with_borrow(|spans| {
            let (kind, what) = new_span(spans, span, id, &fields);
            (kind, spans.hides(), what)
        });
        let what = what.filter(|_| !hidden);
        let hidden = hidden && kind == Kind::Resource;
        let held = 1;
        all().insert(id, Span { kind, hidden, held });
        if let Some(what) = what {
            note_here(what);
        }
        Id::from_u64(id)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        let what = match event.metadata().target() {
            "lab" => return lab(&fields),
            "tokio::task::waker" => {
                SPANS.with_borrow(|spans| waker(spans, &fields))
            }
            target => SPANS.with_borrow(|spans| told(spans, target, &fields)),
        };
        match what {
            // A poll's result says nothing that the call stack would add to.
            Some(what @ What::PollOp { .. }) => note(what),
            Some(what) => note_here(what),
            None => {}
        }
    }

    fn enter(&self, span: &Id) {
        let span = span.into_u64();
        let kind = all().get(&span).map_or(Kind::Other, |span| span.kind);
        SPANS.with_borrow_mut(|spans| spans.entered.push((span, kind)));
        if kind == Kind::Task {
            note(What::TaskSpanEnter { span });
        }
    }

    fn clone_span(&self, span: &Id) -> Id {
        if let Some(span) = all().get_mut(&span.into_u64()) {
            span.held += 1;
        }
        span.clone()
    }

    fn try_close(&self, span: Id) -> bool {
        let span = span.into_u64();
        let closed = {
            let mut all = all();
            let held = all.get_mut(&span).map(|span| {
                span.held = span.held.saturating_sub(1);
                span.held
            });
            let closed = held == Some(0);
            if closed {
                all.remove(&span);
            }
            closed
        };
        if closed {
            note(What::SpanClosed { span });
        }
        closed
    }

    fn exit(&self, span: &Id) {
        let id = span.into_u64();
        let left = SPANS.try_with(|spans| {
            let entered = &mut spans.borrow_mut().entered;
            let at = entered.iter().rposition(|(span, _)| *span == id)?;
            Some(entered.remove(at).1)
        });
        if left.ok().flatten() == Some(Kind::Task) {
            note::note_exit(id);
        }
    }
}

fn new_span(
    spans: &Spans,
    span: &Attributes<'_>,
    id: SpanId,
    fields: &Fields,
) -> (Kind, Option<What>) {
    let parent = || span.parent().map(Id::into_u64);
    match span.metadata().name() {
        "runtime.spawn" => {
            let what = What::TaskSpan {
                span: id,
                task: fields.number("task.id"),
                kind: match fields.text("kind").as_str() {
                    "blocking" => Spawn::Blocking,
                    "block_on" => Spawn::BlockOn,
                    _ => Spawn::Task,
                },
            };
            // A runtime runs its own workers as blocking tasks.
            let worker = fields.text("fn").contains("multi_thread::worker");
            (Kind::Task, Some(what).filter(|_| !worker))
        }
        "runtime.resource" => {
            let what = What::Resource {
                span: id,
                of: spans.current_resource(),
                concrete: fields.text("concrete_type"),
            };
            (Kind::Resource, Some(what))
        }
        "runtime.resource.async_op" => {
            let resource = parent().or_else(|| spans.current_resource());
            let what = resource.map(|resource| What::Op { op: id, resource });
            (Kind::Op, what)
        }
        "runtime.resource.async_op.poll" => {
            let op = parent().or_else(|| spans.current_op());
            (Kind::OpPoll { op }, None)
        }
        _ => (Kind::Other, None),
    }
}

/// What the simulated services of an exercise tell, and the checks.
fn lab(fields: &Fields) {
    if fields.has("enter") {
        note_anywhere(What::Enter {
            visit: fields.number("visit"),
            name: fields.text("enter"),
        });
    } else if fields.has("leave") {
        note_anywhere(What::Leave {
            visit: fields.number("leave"),
            dropped: fields.text("dropped") == "true",
        });
    } else if fields.has("begins") {
        let name = fields.text("begins");
        note(What::Begins { name });
    } else if fields.has("returned") {
        note(What::Returned);
    } else if fields.has("own") {
        let own = fields.text("own") == "true";
        SPANS.with_borrow_mut(|spans| spans.own = own);
    } else if fields.has("over") {
        note::over(match fields.text("over").as_str() {
            "deadlock" => Outcome::Deadlock,
            "endless" => Outcome::Flood,
            "panic" => Outcome::Panic,
            _ => Outcome::Ok,
        });
    }
}

fn waker(spans: &Spans, fields: &Fields) -> Option<What> {
    if spans.hides() {
        return None;
    }
    let op = match fields.text("op").as_str() {
        "waker.clone" if !clones_own_waker() => WakerOp::Clone,
        "waker.wake" | "waker.wake_by_ref" => WakerOp::Wake,
        _ => return None,
    };
    // Named `task.id`, it is the id of the task's tracing span.
    let task_span = fields.number("task.id");
    let resource = spans.current_resource();
    Some(What::Waker {
        op,
        task_span,
        resource,
    })
}

fn told(spans: &Spans, target: &str, fields: &Fields) -> Option<What> {
    if spans.hides() {
        return None;
    }
    let n = |key| u32::try_from(fields.number(key)).ok();
    match target {
        "runtime::resource::poll_op" => Some(What::PollOp {
            op: spans.current_op()?,
            ready: fields.text("is_ready") == "true",
        }),
        "runtime::resource::state_update" => {
            let resource = spans.current_resource()?;
            if fields.has("duration") {
                let ms = fields.number("duration");
                return Some(What::Duration { resource, ms });
            }
            if !fields.has("permits") {
                return None;
            }
            let op = match fields.text("permits.op").as_str() {
                "add" => Change::Add,
                "sub" => Change::Sub,
                _ => Change::Set,
            };
            Some(What::Permits {
                resource,
                op,
                n: n("permits")?,
            })
        }
        "runtime::resource::async_op::state_update" => {
            let op = spans.current_op()?;
            if let Some(n) = n("permits_requested").filter(|n| *n > 0) {
                return Some(What::Requested { op, n });
            }
            let add = fields.text("permits.op") == "add";
            let n = n("permits_obtained").filter(|n| add && *n > 0)?;
            Some(What::Obtained { op, n })
        }
        _ => None,
    }
}

/// The fields of a span or an event, as text.
#[derive(Default)]
struct Fields(BTreeMap<&'static str, String>);

impl Fields {
    fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    fn text(&self, key: &str) -> String {
        self.0.get(key).cloned().unwrap_or_default()
    }

    fn number(&self, key: &str) -> u64 {
        self.text(key).parse().unwrap_or_default()
    }
}

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }
}

/// Notes that a probe's waker was cloned, as Tokio does for its own.
pub(crate) fn waker_cloned() {
    let (hidden, resource) =
        SPANS.with_borrow(|spans| (spans.hides(), spans.current_resource()));
    if hidden {
        return;
    }
    let op = WakerOp::Clone;
    note_here(What::Waker {
        op,
        task_span: 0,
        resource,
    });
}

/// Forgets the spans of an earlier recording on this thread.
pub(crate) fn reset() {
    SPANS.with_borrow_mut(|spans| *spans = Spans::default());
}
