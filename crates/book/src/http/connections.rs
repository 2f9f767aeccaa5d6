//! Takes connections: so many, from this user, and only as long as they ask.
//!
//! A page of another site can open connections to us and leave them hanging,
//! and so can another user of the machine, for whom loopback is open too. So
//! their number is bounded, a request must come within its time, and where the
//! system tells who is at the other end, only the user who started the server
//! is answered. (The token alone does not keep other users out: it stands in
//! the pages, which they could read.)

use std::net::SocketAddr;
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
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tower::ServiceExt;

use crate::peer::{self, Peer};
use crate::shutdown::Shutdown;

#[derive(Clone, Debug)]
pub struct ConnectionLimits {
    /// Each open page holds one connection and takes a few more for a moment.
    pub connections: usize,
    /// For a request's head; also how long a connection may say nothing.
    pub head: Duration,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        ConnectionLimits {
            connections: 1024,
            head: Duration::from_secs(15),
        }
    }
}

/// Serves until the end, and until the connections that are open have ended.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: ConnectionLimits,
    shutdown: Shutdown,
) {
    let places = Arc::new(Semaphore::new(limits.connections));
    let mut open = JoinSet::new();
    let ended = shutdown.wait();
    tokio::pin!(ended);
    loop {
        // Taken before accepting: what finds no place waits in the system's
        // queue until another one has ended, at the latest after `head`.
        let next = async {
            let place = places.clone().acquire_owned().await;
            (place, listener.accept().await)
        };
        tokio::select! {
            () = &mut ended => break,
            Some(_) = open.join_next() => {}
            (place, accepted) = next => match accepted {
                Ok((stream, from)) => {
                    let one = connection(
                        stream, from, router.clone(), limits.head, shutdown.clone(),
                    );
                    open.spawn(async move {
                        one.await;
                        drop(place);
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

const PAUSE: Duration = Duration::from_millis(50);

async fn connection(
    stream: TcpStream,
    from: SocketAddr,
    router: Router,
    head: Duration,
    shutdown: Shutdown,
) {
    let to = stream.local_addr();
    // The system's table is a file that is made while it is read.
    let look = tokio::task::spawn_blocking(move || match to {
        Ok(to) => peer::of(from, to),
        Err(_) => Peer::SameUser,
    });
    let peer = look.await.unwrap_or(Peer::SameUser);
    let answer = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        router.clone().oneshot(request.map(Body::new))
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(head)
        .serve_connection(TokioIo::new(stream), answer);
    tokio::pin!(connection);
    tokio::select! {
        // What goes wrong on one connection is no matter.
        _ = connection.as_mut() => return,
        () = shutdown.wait() => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}
