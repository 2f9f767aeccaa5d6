//! Which user of this machine is at the other end of a connection.

#[cfg(target_os = "linux")]
mod diagnosis;

use std::net::SocketAddr;

/// Who is at the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    /// Who started the server, or root, who may do everything anyway.
    SameUser,
    /// Another user of this machine.
    OtherUser(u32),
    /// The system was asked and did not answer: it could be anybody.
    Unknown,
    /// This system tells nobody. Another guard is needed.
    Untold,
}

/// The two ends of a connection: the other one, and ours.
pub type Ends = (SocketAddr, SocketAddr);

/// A user, and whether a process still holds the socket.
#[cfg(target_os = "linux")]
type Owner = (u32, bool);

/// Can this system tell users apart?
pub const TELLS: bool = cfg!(target_os = "linux");

/// Asks for one connection, where the system has that.
#[derive(Default)]
pub struct Quick {
    #[cfg(target_os = "linux")]
    diagnosis: Option<diagnosis::Diagnosis>,
}

impl Quick {
    pub fn new() -> Self {
        Quick {
            #[cfg(target_os = "linux")]
            diagnosis: diagnosis::Diagnosis::new().ok(),
        }
    }

    /// Who it is, in some microseconds. Nothing: ask the table.
    #[cfg(target_os = "linux")]
    pub fn look_up(&mut self, ends: &Ends) -> Option<Peer> {
        let owner = self.diagnosis.as_mut()?.ask(ends).ok()?;
        let us = rustix::process::geteuid().as_raw();
        Some(linux::judge(owner, us))
    }

    #[cfg(not(target_os = "linux"))]
    pub fn look_up(&mut self, _: &Ends) -> Option<Peer> {
        None
    }
}

/// Looks all of them up in the system's table of connections, which is read
/// once: that takes tens of milliseconds.
///
/// An end that is not in the table is on another machine or in another
/// container, and came through a tunnel that this user has set up: no other
/// user of this machine can be there. A table that cannot be read says
/// nothing about anybody.
#[cfg(target_os = "linux")]
pub fn look_up(all: &[Ends]) -> Vec<Peer> {
    let mut text = String::new();
    for table in ["/proc/net/tcp", "/proc/net/tcp6"] {
        match std::fs::read_to_string(table) {
            Ok(lines) => text += &lines,
            // A machine without the newer version of the protocol.
            Err(error)
                if error.kind() == std::io::ErrorKind::NotFound
                    && !text.is_empty() => {}
            Err(_) => return vec![Peer::Unknown; all.len()],
        }
    }
    let owners = linux::owners(&text);
    let us = rustix::process::geteuid().as_raw();
    all.iter()
        .map(|ends| linux::peer(&owners, ends, us))
        .collect()
}

#[cfg(not(target_os = "linux"))]
pub fn look_up(all: &[Ends]) -> Vec<Peer> {
    vec![Peer::Untold; all.len()]
}

#[cfg(target_os = "linux")]
mod linux {
    use std::collections::HashMap;
    use std::net::{IpAddr, SocketAddr};

    use super::{Ends, Owner, Peer};

    /// By both addresses, as the table writes them.
    pub type Owners<'a> = HashMap<Pair<'a>, Owner>;
    type Pair<'a> = (&'a str, &'a str);

    pub fn owners(table: &str) -> Owners<'_> {
        table.lines().filter_map(line).collect()
    }

    fn line(line: &str) -> Option<(Pair<'_>, Owner)> {
        let mut fields = line.split_whitespace().skip(1);
        let ends = (fields.next()?, fields.next()?);
        let user = fields.nth(4)?.parse().ok()?;
        let inode = fields.nth(1)?;
        Some((ends, (user, inode != "0")))
    }

    pub fn peer(owners: &Owners, (from, to): &Ends, us: u32) -> Peer {
        let (from, to) = (words(*from), words(*to));
        let owner = from.iter().find_map(|from| {
            to.iter()
                .find_map(|to| owners.get(&(from.as_str(), to.as_str())))
        });
        owner.map_or(Peer::SameUser, |owner| judge(*owner, us))
    }

    pub fn judge(owner: Owner, us: u32) -> Peer {
        match owner {
            (user, _) if user == us && us != 0 => Peer::SameUser,
            (0, true) => Peer::SameUser,
            // Given up by its process, so the system has forgotten whose it
            // was and says "root".
            (0, false) => Peer::Unknown,
            (user, _) => Peer::OtherUser(user),
        }
    }

    /// An address as the two tables write it: each four bytes as a number of
    /// this machine, then the port.
    fn words(address: SocketAddr) -> [String; 2] {
        let port = address.port();
        let hex = |bytes: &[u8]| -> String {
            bytes
                .chunks_exact(4)
                .filter_map(|four| four.try_into().ok())
                .map(|four| format!("{:08X}", u32::from_ne_bytes(four)))
                .collect()
        };
        match address.ip() {
            IpAddr::V4(ip) => [
                format!("{}:{port:04X}", hex(&ip.octets())),
                // A socket that can do both.
                format!("{}:{port:04X}", hex(&ip.to_ipv6_mapped().octets())),
            ],
            IpAddr::V6(ip) => {
                let word = format!("{}:{port:04X}", hex(&ip.octets()));
                [word.clone(), word]
            }
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        const TABLE: &str = "\
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1 1 0 100 0 0 10 0
   1: 0100007F:0BB8 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 2 1 0 20 4 30 10 -1
   2: 0100007F:D431 0100007F:0BB8 01 00000000:00000000 00:00000000 00000000  1001        0 3 1 0 20 4 30 10 -1
";

        #[test]
        #[cfg(target_endian = "little")]
        fn the_other_end_is_found_and_not_ours() {
            let us = "127.0.0.1:3000".parse().unwrap();
            let other = "127.0.0.1:54321".parse().unwrap();
            let owners = owners(TABLE);
            let ask = |from, to, us| peer(&owners, &(from, to), us);
            assert_eq!(ask(other, us, 1000), Peer::OtherUser(1001));
            assert_eq!(ask(other, us, 1001), Peer::SameUser);
            assert_eq!(ask(us, other, 1001), Peer::OtherUser(1000), "our end");
            let nobody = "127.0.0.1:54322".parse().unwrap();
            assert_eq!(ask(nobody, us, 1000), Peer::SameUser, "from afar");
        }

        #[test]
        #[cfg(target_endian = "little")]
        fn a_socket_for_both_versions_is_found_too() {
            let table = "head\n   0: \
                0000000000000000FFFF00000100007F:D431 \
                0000000000000000FFFF00000100007F:0BB8 01 0:0 0:0 0 1001 0 3\n";
            let us = "127.0.0.1:3000".parse().unwrap();
            let other = "127.0.0.1:54321".parse().unwrap();
            let peer = peer(&owners(table), &(other, us), 1000);
            assert_eq!(peer, Peer::OtherUser(1001));
        }

        #[test]
        #[cfg(target_endian = "little")]
        fn root_is_believed_only_while_its_process_holds_the_connection() {
            let ask = |inode: &str, us: u32| {
                let table = format!(
                    "head\n   0: 0100007F:D431 0100007F:0BB8 05 0:0 0:0 0 \
                     0 0 {inode} 1\n"
                );
                let ends = (
                    "127.0.0.1:54321".parse().unwrap(),
                    "127.0.0.1:3000".parse().unwrap(),
                );
                peer(&owners(&table), &ends, us)
            };
            assert_eq!(ask("77", 1000), Peer::SameUser);
            assert_eq!(ask("0", 1000), Peer::Unknown);
            assert_eq!(ask("0", 0), Peer::Unknown);
        }

        #[test]
        fn a_connection_of_our_own_is_ours() {
            let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
            let to = listener.local_addr().unwrap();
            let stream = std::net::TcpStream::connect(to).unwrap();
            let from = stream.local_addr().unwrap();
            assert_eq!(crate::peer::look_up(&[(from, to)]), [Peer::SameUser]);
        }
    }
}
