//! Binds the loopback address that the book is served on.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};

use anyhow::{Context, Result, bail};

/// Where to serve when the reader says nothing.
pub const DEFAULT: u16 = 3000;

/// How many ports after the default one are tried.
const TRIES: u16 = 50;

/// How many connections may wait to be accepted. With the usual 128 another
/// user fills the queue in a moment, and a browser whose connection finds no
/// room there tries again after a second. The system may allow fewer.
const QUEUE: i32 = 4096;

pub struct Bound {
    pub listener: TcpListener,
    /// The same port of the other version of the protocol, if this machine
    /// has that: a browser asks `localhost` there first, and nobody else may
    /// answer.
    pub second: Option<TcpListener>,
    pub address: SocketAddr,
    /// The default port that was taken, so that the reader hears about it.
    pub instead_of: Option<u16>,
}

/// Binds `asked`, or the first free port from [`DEFAULT`] on.
///
/// A port that the reader asked for is never swapped for another one: a
/// bookmark or a tunnel may depend on it.
pub fn bind(asked: Option<u16>) -> Result<Bound> {
    match asked {
        Some(port) => match try_bind(port) {
            Ok(listener) => bound(listener, None),
            Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
                "port {port} is in use by another program. Choose another \
                 one, for example --port {}, or leave --port out: then the \
                 next free port is taken",
                port.wrapping_add(1).max(1024)
            ),
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                bail!(
                    "port {port} needs rights that this program does not \
                     have. Choose one from 1024 to 65535"
                )
            }
            Err(error) => Err(error)
                .with_context(|| format!("cannot listen on port {port}")),
        },
        None => first_free(DEFAULT),
    }
}

/// The first free port from `start` on.
fn first_free(start: u16) -> Result<Bound> {
    for port in start..start.saturating_add(TRIES) {
        match try_bind(port) {
            Ok(listener) => {
                return bound(listener, (port != start).then_some(start));
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => {
                return Err(error)
                    .with_context(|| format!("cannot listen on port {port}"));
            }
        }
    }
    bail!(
        "ports {start} to {} are all in use. Choose one with --port",
        start.saturating_add(TRIES - 1)
    )
}

/// Only the loopback addresses: the server runs code.
fn try_bind(port: u16) -> std::io::Result<(TcpListener, Option<TcpListener>)> {
    // Port 0 means any, which may be taken on the other address.
    for _ in 0..TRIES {
        let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let same = first.local_addr()?.port();
        match TcpListener::bind((Ipv6Addr::LOCALHOST, same)) {
            Ok(second) => return Ok((first, Some(second))),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                if port != 0 {
                    return Err(error);
                }
            }
            // A machine without it: nobody else can be there either.
            Err(_) => return Ok((first, None)),
        }
    }
    Err(ErrorKind::AddrInUse.into())
}

fn bound(
    (listener, second): (TcpListener, Option<TcpListener>),
    instead_of: Option<u16>,
) -> Result<Bound> {
    for listener in std::iter::once(&listener).chain(&second) {
        listener.set_nonblocking(true)?;
        // Said again, with another number. Without it the queue is as long as
        // the standard library makes it.
        let _ = socket2::SockRef::from(listener).listen(QUEUE);
    }
    let address = listener.local_addr()?;
    Ok(Bound {
        listener,
        second,
        address,
        instead_of,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_default_port_gives_the_next_free_one() {
        let (taken, _second) = try_bind(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let bound = first_free(port).unwrap();
        assert!(bound.address.port() > port);
        assert_eq!(bound.instead_of, Some(port));
        assert!(bound.address.ip().is_loopback());
    }

    #[test]
    fn a_taken_asked_port_is_an_error_with_a_remedy() {
        let (taken, _second) = try_bind(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = bind(Some(port)).err().unwrap().to_string();
        assert!(error.contains(&format!("port {port} is in use")), "{error}");
        assert!(error.contains("--port"), "{error}");
    }

    #[test]
    fn a_port_that_somebody_has_on_the_other_address_is_taken() {
        let other = TcpListener::bind((Ipv6Addr::LOCALHOST, 0));
        let Ok(taken) = other else {
            eprintln!("not tried: this machine has no address ::1");
            return;
        };
        let port = taken.local_addr().unwrap().port();
        let error = bind(Some(port)).err().unwrap().to_string();
        assert!(error.contains("is in use"), "{error}");
        let free = first_free(port).unwrap();
        assert_ne!(free.address.port(), port);
        let second = free.second.unwrap().local_addr().unwrap();
        assert_eq!(second.port(), free.address.port());
        assert!(second.ip().is_loopback());
    }
}
