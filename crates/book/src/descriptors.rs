//! How many files and connections the system lets this process have open.

/// For files, pipes, and connections that are about to be refused.
const RESERVE: usize = 256;

/// More is of no use here, and a program that closes all it could have open
/// takes long where that is millions.
#[cfg(unix)]
const ENOUGH: u64 = 65_536;

/// What some systems give although they promise more.
#[cfg(unix)]
const MODEST: u64 = 10_240;

/// Raises the soft limit to the hard one, and says how many connections there
/// may be. Many systems begin with 1,024 or 256, and a server that has none
/// left can do nothing, not even look who asks.
#[cfg(unix)]
pub fn raise() -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let most = maximum.unwrap_or(ENOUGH).min(ENOUGH);
    for wanted in [most, most.min(MODEST)] {
        let limit = Rlimit {
            current: Some(wanted),
            maximum,
        };
        if current.is_some_and(|now| now < wanted)
            && setrlimit(Resource::Nofile, limit).is_ok()
        {
            break;
        }
    }
    let now = getrlimit(Resource::Nofile).current.unwrap_or(ENOUGH);
    connections(usize::try_from(now).unwrap_or(usize::MAX))
}

#[cfg(not(unix))]
pub fn raise() -> usize {
    connections(usize::MAX)
}

/// What remains for connections; a page needs a few.
fn connections(descriptors: usize) -> usize {
    descriptors.saturating_sub(RESERVE).clamp(16, 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_descriptors_are_kept_for_files() {
        assert_eq!(connections(1024), 768);
        assert_eq!(connections(65_536), 1024);
        assert_eq!(connections(100), 16);
    }
}
