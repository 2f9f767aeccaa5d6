//! Which user of this machine is at the other end of a connection.

use std::net::SocketAddr;

/// Who is at the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    SameUser,
    /// Another user of this machine.
    OtherUser(u32),
}

/// Looks in the system's table of connections. Where there is none, or the
/// other end is not in it (it is on another machine or in another container,
/// and came through a tunnel that somebody has set up), nothing is known
/// against it.
#[cfg(target_os = "linux")]
pub fn of(from: SocketAddr, to: SocketAddr) -> Peer {
    let tables = ["/proc/net/tcp", "/proc/net/tcp6"];
    let user = tables.iter().find_map(|table| {
        linux::user(&std::fs::read_to_string(table).ok()?, from, to)
    });
    let us = rustix::process::geteuid().as_raw();
    match user {
        // Who may do everything may do this too.
        Some(user) if user != us && user != 0 => Peer::OtherUser(user),
        _ => Peer::SameUser,
    }
}

#[cfg(not(target_os = "linux"))]
pub fn of(_: SocketAddr, _: SocketAddr) -> Peer {
    Peer::SameUser
}

#[cfg(target_os = "linux")]
mod linux {
    use std::net::{IpAddr, SocketAddr};

    /// The user whose end of the connection is `from`.
    pub fn user(table: &str, from: SocketAddr, to: SocketAddr) -> Option<u32> {
        let (from, to) = (words(from), words(to));
        table.lines().skip(1).find_map(|line| {
            let mut fields = line.split_whitespace().skip(1);
            let local = fields.next()?;
            let remote = fields.next()?;
            let is = |field: &str, end: &[String; 2]| {
                end.iter().any(|word| word == field)
            };
            if !is(local, &from) || !is(remote, &to) {
                return None;
            }
            fields.nth(4)?.parse().ok()
        })
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
            assert_eq!(user(TABLE, other, us), Some(1001));
            assert_eq!(user(TABLE, us, other), Some(1000), "our end");
            let nobody = "127.0.0.1:54322".parse().unwrap();
            assert_eq!(user(TABLE, nobody, us), None);
        }

        #[test]
        #[cfg(target_endian = "little")]
        fn a_socket_for_both_versions_is_found_too() {
            let table = "head\n   0: \
                0000000000000000FFFF00000100007F:D431 \
                0000000000000000FFFF00000100007F:0BB8 01 0:0 0:0 0 1001 0 3\n";
            let us = "127.0.0.1:3000".parse().unwrap();
            let other = "127.0.0.1:54321".parse().unwrap();
            assert_eq!(user(table, other, us), Some(1001));
        }

        #[test]
        fn a_connection_of_our_own_is_ours() {
            let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
            let to = listener.local_addr().unwrap();
            let stream = std::net::TcpStream::connect(to).unwrap();
            let from = stream.local_addr().unwrap();
            let tables = std::fs::read_to_string("/proc/net/tcp").unwrap();
            let us = rustix::process::geteuid().as_raw();
            assert_eq!(user(&tables, from, to), Some(us));
        }
    }
}
