//! Takes connections: so many, from this user, and only as long as they ask.
//!
//! A page of another site can open connections to us and leave them hanging,
//! and so can another user of the machine, for whom loopback is open too. So
//! their number is bounded, a request must come and an answer be taken within
//! their time, and where the system tells who is at the other end, a
//! connection of anybody but the user who started the server is closed before
//! a byte is read from it. (The token alone does not keep other users out: it
//! stands in the pages, which they could read.)

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc, oneshot};
use tokio::task::JoinSet;
use tower::ServiceExt;

use super::deadline::WriteDeadline;
use crate::peer::{self, Ends, Peer, Quick};
use crate::shutdown::Shutdown;

#[derive(Clone, Debug)]
pub struct ConnectionLimits {
    /// Each open page holds one connection and takes a few more for a moment.
    pub connections: usize,
    /// For a request's head; also how long a connection may say nothing.
    pub head: Duration,
    /// How long an answer may find nobody who takes it.
    pub write: Duration,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        ConnectionLimits {
            connections: 1024,
            head: Duration::from_secs(15),
            write: Duration::from_secs(20),
        }
    }
}

/// Connections of which nobody knows yet whose they are, or for which there is
/// no place yet.
const WAITING: usize = 128;

/// What an answer may hold in memory before it is taken, and the longest head
/// of a request.
const BUFFER: usize = 64 * 1024;

const PAUSE: Duration = Duration::from_millis(50);

/// What all connections share.
struct Door {
    limits: ConnectionLimits,
    /// One place for each connection of this user.
    places: Arc<Semaphore>,
    /// Places for those that wait.
    waiting: Arc<Semaphore>,
    questions: mpsc::UnboundedSender<Question>,
    router: Router,
    shutdown: Shutdown,
}

/// Who is at the other end of these?
type Question = (Ends, oneshot::Sender<Peer>);

/// Serves until the end, and until the connections that are open have ended.
pub async fn serve(
    listeners: Vec<TcpListener>,
    router: Router,
    limits: ConnectionLimits,
    shutdown: Shutdown,
) {
    let (questions, asked) = mpsc::unbounded_channel();
    // A thread of its own, so that strangers take none of those that read
    // pages. Without it there are no answers, so nobody is let in.
    let _ = std::thread::Builder::new()
        .name("peers".to_owned())
        .spawn(move || answer(asked));
    let door = Arc::new(Door {
        places: Arc::new(Semaphore::new(limits.connections)),
        waiting: Arc::new(Semaphore::new(WAITING)),
        limits,
        questions,
        router,
        shutdown,
    });
    let mut all = JoinSet::new();
    for listener in listeners {
        all.spawn(accept(listener, door.clone()));
    }
    while all.join_next().await.is_some() {}
}

async fn accept(listener: TcpListener, door: Arc<Door>) {
    let mut open = JoinSet::new();
    let ended = door.shutdown.wait();
    tokio::pin!(ended);
    let mut quick = Quick::new();
    loop {
        // Taken before accepting: what finds no place waits in the system's
        // queue until another one has ended, at the latest after `head`.
        let next = async {
            let place = door.waiting.clone().acquire_owned().await;
            (place, listener.accept().await)
        };
        tokio::select! {
            () = &mut ended => break,
            Some(_) = open.join_next() => {}
            (waiting, accepted) = next => match accepted {
                Ok((stream, _)) => {
                    let Some(ends) = ends(&stream) else { continue };
                    let known = quick.look_up(&ends).map(is_let_in);
                    // Before anything is done for it: a stranger may come
                    // again as fast as this goes.
                    if known == Some(false) {
                        forget(stream);
                        continue;
                    }
                    let door = door.clone();
                    open.spawn(async move {
                        if known.is_none() && !is_ours(&door, ends).await {
                            return forget(stream);
                        }
                        let places = door.places.clone();
                        let _place = places.acquire_owned().await;
                        drop(waiting);
                        connection(stream, &door).await;
                    });
                }
                // Too many open files, or a client that has gone already.
                Err(_) => tokio::time::sleep(PAUSE).await,
            },
        }
    }
    drop(listener);
    while open.join_next().await.is_some() {}
}

/// Anybody whom the system does not name as this user is a stranger.
async fn is_ours(door: &Door, ends: Ends) -> bool {
    let (told, peer) = oneshot::channel();
    if door.questions.send((ends, told)).is_err() {
        return false;
    }
    peer.await.is_ok_and(is_let_in)
}

fn is_let_in(peer: Peer) -> bool {
    matches!(peer, Peer::SameUser | Peer::Untold)
}

fn ends(stream: &TcpStream) -> Option<Ends> {
    Some((stream.peer_addr().ok()?, stream.local_addr().ok()?))
}

/// Closes a stranger's connection so that nothing of it remains: an ordinary
/// end stays in the system's table for a minute, which then takes long to read.
fn forget(stream: TcpStream) {
    let _ = stream.set_zero_linger();
}

/// Answers all that have asked meanwhile with one look at the system's table,
/// which begins after they were accepted.
fn answer(mut asked: mpsc::UnboundedReceiver<Question>) {
    while let Some(first) = asked.blocking_recv() {
        let mut all = vec![first];
        while let Ok(next) = asked.try_recv() {
            all.push(next);
        }
        let (ends, told): (Vec<_>, Vec<_>) = all.into_iter().unzip();
        for (peer, told) in peer::look_up(&ends).into_iter().zip(told) {
            let _ = told.send(peer);
        }
    }
}

async fn connection(stream: TcpStream, door: &Door) {
    let answer = service_fn(|request: Request<Incoming>| {
        door.router.clone().oneshot(request.map(Body::new))
    });
    let stream = WriteDeadline::new(stream, door.limits.write);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(door.limits.head)
        .max_buf_size(BUFFER)
        .serve_connection(TokioIo::new(stream), answer);
    tokio::pin!(connection);
    tokio::select! {
        // What goes wrong on one connection is no matter.
        _ = connection.as_mut() => return,
        () = door.shutdown.wait() => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}
