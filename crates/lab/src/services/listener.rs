//! A listener to which clients come at known times.

use std::collections::VecDeque;
use std::fmt;
use std::future::pending;

use tokio::time::{Instant, sleep, sleep_until};

use crate::log::{Log, Stay, Watched};
use crate::ms;

/// The requests of a client: when each comes, and how long its answer takes.
type Requests = VecDeque<(u64, u64)>;

/// The log has a line for the door, as long as the listener exists, and one
/// for each client, with the answers to its requests.
pub struct Listener {
    log: Log,
    origin: Instant,
    clients: VecDeque<(u32, Requests)>,
    _door: Stay,
}

impl Listener {
    /// Each client is a list of requests `(at, time)`: it comes at `at` ms,
    /// and its answer takes `time` ms. A client comes with its first request
    /// and hangs up after its last.
    pub fn with_clients(clients: &[&[(u64, u64)]]) -> Self {
        let log = Log::new();
        let clients = clients.iter().map(|list| list.iter().copied().collect());
        Self {
            origin: Instant::now(),
            clients: (1..).zip(clients).collect(),
            _door: log.enter("door"),
            log,
        }
    }

    /// What happens here is written down in this log.
    pub fn book(&self) -> Log {
        self.log.clone()
    }

    /// The next client, as soon as it has come. Cancel safe.
    pub async fn accept(&mut self) -> Client {
        let Some((_, requests)) = self.clients.front() else {
            return pending().await;
        };
        let at = requests.front().map_or(0, |(at, _)| *at);
        sleep_until(self.origin + ms(at)).await;
        match self.clients.pop_front() {
            Some((number, requests)) => Client {
                log: self.log.clone(),
                origin: self.origin,
                number,
                requests,
            },
            None => pending().await,
        }
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the listener")
    }
}

/// Somebody who is connected, and asks something now and then.
#[derive(Debug)]
pub struct Client {
    log: Log,
    origin: Instant,
    number: u32,
    requests: Requests,
}

impl Client {
    /// The next request, as soon as it has come, or nothing if the client has
    /// gone. Cancel safe.
    pub async fn request(&mut self) -> Option<Request> {
        let (at, _) = *self.requests.front()?;
        sleep_until(self.origin + ms(at)).await;
        let (_, time) = self.requests.pop_front()?;
        let stay = self.log.enter(format!("client {}", self.number));
        Some(Request { stay, time })
    }
}

/// Something that was asked and wants an answer.
#[derive(Debug)]
pub struct Request {
    stay: Stay,
    time: u64,
}

impl Request {
    /// Answers; takes its time.
    pub async fn answer(self) {
        sleep(ms(self.time)).await;
        self.stay.done();
    }
}

/// The listener's log, for the checks, when the listener itself is gone.
#[derive(Debug)]
pub struct Server(pub Log);

impl Watched for Server {
    fn log(&self) -> &Log {
        &self.0
    }

    fn when_stuck(&self) -> &'static str {
        "It has been stopped, and somebody still waits: for a client who will \
         not come, for a request that nobody makes, or for a tracker that was \
         not closed."
    }

    fn when_late(&self) -> Option<&'static str> {
        Some(
            "It has been stopped, and waited for more than the answers that \
             were due: for a request that has not been made yet, or for one \
             client after another.",
        )
    }
}
