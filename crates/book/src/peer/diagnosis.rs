//! Asks the system for one connection (`sock_diag(7)`), in some microseconds.
//!
//! The table of all connections takes tens of milliseconds, however short it
//! is: the system looks through all the places where one could be.

use std::io::{Error, ErrorKind, Read, Result, Write};
use std::net::{IpAddr, SocketAddr};

use socket2::{Domain, Protocol, Socket, Type};

use super::{Ends, Owner};

/// From `linux/netlink.h`, `linux/sock_diag.h` and `linux/inet_diag.h`.
const AF_NETLINK: i32 = 16;
const NETLINK_SOCK_DIAG: i32 = 4;
const SOCK_DIAG_BY_FAMILY: u16 = 20;
const NLM_F_REQUEST: u16 = 1;
const AF_INET: u8 = 2;
const AF_INET6: u8 = 10;
const IPPROTO_TCP: u8 = 6;
const TCP_LISTEN: u8 = 10;

/// `nlmsghdr`, and with it `inet_diag_req_v2` or `inet_diag_msg`.
const HEAD: usize = 16;
const QUESTION: usize = HEAD + 56;
const ANSWER: usize = HEAD + 72;

pub struct Diagnosis {
    socket: Socket,
    /// The number of the question.
    turn: u32,
}

impl Diagnosis {
    pub fn new() -> Result<Self> {
        let socket = Socket::new(
            Domain::from(AF_NETLINK),
            Type::DGRAM,
            Some(Protocol::from(NETLINK_SOCK_DIAG)),
        )?;
        // The system answers before it has taken the question, or not at all.
        socket.set_nonblocking(true)?;
        Ok(Diagnosis { socket, turn: 0 })
    }

    /// Who has the other end. An error says nothing about it: there may be
    /// none, or nobody who could tell.
    pub fn ask(&mut self, ends: &Ends) -> Result<Owner> {
        self.turn = self.turn.wrapping_add(1);
        self.socket.write_all(&question(ends, self.turn))?;
        let mut answer = [0; 1024];
        loop {
            let length = self.socket.read(&mut answer)?;
            let answer = &answer[..length];
            // One to an older question was never fetched.
            if answer.get(8..12) == Some(&self.turn.to_ne_bytes()) {
                return read(answer, ends)
                    .ok_or_else(|| Error::from(ErrorKind::NotFound));
            }
        }
    }
}

fn question((from, to): &Ends, turn: u32) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(QUESTION);
    // Its length, what it is, its number; from whom, the system knows.
    bytes.extend((QUESTION as u32).to_ne_bytes());
    bytes.extend(SOCK_DIAG_BY_FAMILY.to_ne_bytes());
    bytes.extend(NLM_F_REQUEST.to_ne_bytes());
    bytes.extend(turn.to_ne_bytes());
    bytes.extend([0; 4]);
    let family = match from.ip() {
        IpAddr::V4(_) => AF_INET,
        IpAddr::V6(_) => AF_INET6,
    };
    bytes.extend([family, IPPROTO_TCP, 0, 0]);
    // In whatever state.
    bytes.extend(u32::MAX.to_ne_bytes());
    bytes.extend(ports(from, to));
    bytes.extend(address(from.ip()));
    bytes.extend(address(to.ip()));
    // On any device, and whichever it is.
    bytes.extend(0_u32.to_ne_bytes());
    bytes.extend([0xff; 8]);
    bytes
}

fn ports(from: &SocketAddr, to: &SocketAddr) -> [u8; 4] {
    let (from, to) = (from.port().to_be_bytes(), to.port().to_be_bytes());
    [from[0], from[1], to[0], to[1]]
}

fn address(ip: IpAddr) -> [u8; 16] {
    match ip {
        IpAddr::V6(ip) => ip.octets(),
        IpAddr::V4(ip) => {
            let mut bytes = [0; 16];
            bytes[..4].copy_from_slice(&ip.octets());
            bytes
        }
    }
}

/// Nothing: it is an error, or about something else.
fn read(answer: &[u8], (from, to): &Ends) -> Option<Owner> {
    let word = |at: usize| -> Option<u32> {
        let bytes = answer.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_ne_bytes(bytes))
    };
    let kind = u16::from_ne_bytes(answer.get(4..6)?.try_into().ok()?);
    let state = *answer.get(HEAD + 1)?;
    let about = answer.get(HEAD + 4..HEAD + 8)?;
    // A socket that listens where no connection was found is another one.
    let fits = kind == SOCK_DIAG_BY_FAMILY
        && answer.len() >= ANSWER
        && state != TCP_LISTEN
        && about == ports(from, to);
    let (user, inode) = (word(HEAD + 64)?, word(HEAD + 68)?);
    fits.then_some((user, inode != 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{TcpListener, TcpStream};

    #[test]
    fn the_other_end_of_a_connection_is_found() {
        let Ok(mut diagnosis) = Diagnosis::new() else {
            eprintln!("not tried: this system has no such socket");
            return;
        };
        let us = rustix::process::geteuid().as_raw();
        for address in ["127.0.0.1:0", "[::1]:0"] {
            let Ok(listener) = TcpListener::bind(address) else {
                continue;
            };
            let to = listener.local_addr().unwrap();
            let stream = TcpStream::connect(to).unwrap();
            let from = stream.local_addr().unwrap();
            let (accepted, _) = listener.accept().unwrap();
            match diagnosis.ask(&(from, to)) {
                Ok(owner) => assert_eq!(owner, (us, true)),
                Err(error) => {
                    eprintln!("not tried: {error}");
                    return;
                }
            }
            // One that listens is nobody's other end.
            let nobody = (to, from);
            drop((stream, accepted));
            assert!(diagnosis.ask(&nobody).is_err());
        }
    }

    #[test]
    fn an_error_is_nobody() {
        let ends = (
            "127.0.0.1:54321".parse().unwrap(),
            "127.0.0.1:3000".parse().unwrap(),
        );
        assert_eq!(question(&ends, 7).len(), QUESTION);
        let mut error = vec![0; 36];
        error[4] = 2;
        assert_eq!(read(&error, &ends), None);
        let mut other = vec![0; ANSWER];
        other[4..6].copy_from_slice(&SOCK_DIAG_BY_FAMILY.to_ne_bytes());
        assert_eq!(read(&other, &ends), None, "other ports");
        other[HEAD + 4..HEAD + 8].copy_from_slice(&ports(&ends.0, &ends.1));
        other[HEAD + 64..HEAD + 68].copy_from_slice(&7_u32.to_ne_bytes());
        assert_eq!(read(&other, &ends), Some((7, false)));
        assert_eq!(read(&other[..ANSWER - 1], &ends), None, "cut off");
        assert_eq!(read(&[], &ends), None);
    }
}
