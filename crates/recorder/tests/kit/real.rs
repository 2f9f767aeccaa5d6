//! Programs that are recorded on the real clock.

use std::time::Duration;

use recorder::{Bounds, Main, Program, Recorded};
use timeline::{Clock, NeedKind, Run};

pub fn bounded(
    program: &'static Program<'static>,
    needs: &[(NeedKind, u32)],
    main: fn() -> Main,
) -> Recorded {
    let bounds = Bounds {
        idle: Duration::from_millis(1000),
        time: Duration::from_secs(60),
        real_time: Duration::from_secs(4),
        observations: 20_000,
    };
    let start = recorder::Start::Async(main);
    recorder::bounded(program, needs, bounds, start).unwrap()
}

pub fn real(program: &'static Program<'static>, main: fn() -> Main) -> Run {
    match bounded(program, &[(NeedKind::Thread, 0)], main) {
        Recorded::Run(run) => {
            assert_eq!(run.clock(), Clock::Real);
            let times: Vec<_> = run.events.iter().map(|e| e.t).collect();
            assert!(times.is_sorted(), "{times:?}");
            run
        }
        Recorded::NeedsRealClock(needs) => panic!("again: {needs:?}"),
    }
}
