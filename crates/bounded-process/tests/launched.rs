//! A program that starts others through itself, as the book does.

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
fn main() {
    bounded_process::launcher::enter();
    tests::the_limits_stand_at_the_first_instruction();
    tests::the_program_is_the_one_that_was_asked_for();
    tests::a_program_that_cannot_be_started_says_why();
    tests::a_launcher_whose_parent_is_gone_becomes_nothing();
    println!("4 tests passed");
}

#[cfg(target_os = "linux")]
mod tests {
    use std::process::Command;
    use std::time::Duration;

    use anyhow::Result;
    use bounded_process::{
        Bounds, Cancel, Collected, End, Limits, Outcome, run,
    };

    fn bounded(command: Command) -> Result<(Outcome, String)> {
        let limits = Limits {
            time: Duration::from_secs(120),
            ..Limits::default()
        };
        let cancel = Cancel::default();
        let bounds = Bounds {
            gently: true,
            ..Bounds::new(&limits, &cancel)
        };
        let mut printed = Collected::default();
        let outcome = run(command, &bounds, &mut printed)?;
        Ok((outcome, printed.stdout() + &printed.stderr()))
    }

    fn shell(script: &str) -> Command {
        let mut shell = Command::new("bash");
        shell.args(["-c", script]);
        shell
    }

    pub fn the_limits_stand_at_the_first_instruction() {
        for _ in 0..100 {
            let script = "ulimit -v; ulimit -f; ulimit -c; nice";
            let (outcome, said) = bounded(shell(script)).unwrap();
            assert_eq!(outcome.end, End::Exit(0));
            assert_eq!(said, "4194304\n65536\n0\n10\n");
        }
    }

    pub fn the_program_is_the_one_that_was_asked_for() {
        let mut command =
            shell("echo \"$1 $FRUIT ${HOME-none} $(pwd)\"; exit 127");
        command
            .args(["it", "a  b"])
            .env("FRUIT", "apple")
            .env_remove("HOME")
            .current_dir("/");
        let (outcome, said) = bounded(command).unwrap();
        assert_eq!(said, "a  b apple none /\n");
        assert_eq!(outcome.end, End::Exit(127), "its own");
    }

    pub fn a_program_that_cannot_be_started_says_why() {
        let error = bounded(Command::new("/no/such/program")).unwrap_err();
        let words = format!("{error:#}");
        assert!(words.starts_with("cannot start `/no/such"), "{words}");
        assert!(words.contains("No such file"), "{words}");
    }

    pub fn a_launcher_whose_parent_is_gone_becomes_nothing() {
        let us = std::env::current_exe().unwrap();
        // Process 1 is the parent of none of us.
        let script = format!("{us:?} --become 1,0,9,0,0 echo alive");
        // The shell says what its launcher says.
        let words = format!("{:#}", bounded(shell(&script)).unwrap_err());
        assert!(words.contains("No such process"), "{words}");
    }
}
