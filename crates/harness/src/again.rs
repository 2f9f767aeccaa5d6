//! Starts the harness again for a program that needs the real clock: this
//! process may still have the threads of its first run.

use std::{env, io};

use timeline::NeedKind;

/// What the run before has found, in JSON.
const NEEDS: &str = "HARNESS_NEEDS";

pub fn needs() -> io::Result<Vec<(NeedKind, u32)>> {
    match env::var(NEEDS) {
        Ok(text) => Ok(serde_json::from_str(&text)?),
        Err(_) => Ok(Vec::new()),
    }
}

/// Becomes the harness that records this program alone, on the real clock.
/// What is returned is why that cannot be.
pub fn start(
    program: &str,
    needs: &[(NeedKind, u32)],
) -> io::Result<io::Error> {
    let mut command = std::process::Command::new(env::current_exe()?);
    command
        .arg(program)
        .env(NEEDS, serde_json::to_string(needs)?);
    #[cfg(unix)]
    return Ok(std::os::unix::process::CommandExt::exec(&mut command));
    #[cfg(not(unix))]
    {
        let status = command.status()?;
        std::process::exit(status.code().unwrap_or(1))
    }
}
