//! Runs made by hand, event by event.
#![allow(dead_code)]

use timeline::{
    By, Clock, End, Event, EventKind, FORMAT, Lane, LaneKind, Made, Outcome,
    Recording, Resource, ResourceKind, Run, Runtime, Site, VERSION, WaitFor,
};

/// Builds a run; lines become sites, times are milliseconds.
pub struct Script {
    run: Run,
    t: u64,
}

pub fn script() -> Script {
    let mut script = Script {
        run: Run::default(),
        t: 0,
    };
    script.lane("main", LaneKind::Task, None, None);
    script
}

impl Script {
    pub fn site(&mut self, line: u32) -> u32 {
        let site = Site { file: 0, line };
        let sites = &mut self.run.sites;
        let known = sites.iter().position(|known| *known == site);
        let at = known.unwrap_or_else(|| {
            sites.push(site);
            sites.len() - 1
        });
        u32::try_from(at).unwrap()
    }

    fn lane(
        &mut self,
        name: &str,
        kind: LaneKind,
        parent: Option<u32>,
        line: Option<u32>,
    ) -> u32 {
        let site = line.map(|line| self.site(line));
        self.run.lanes.push(Lane {
            name: name.to_owned(),
            kind,
            parent,
            site,
            made: match kind {
                LaneKind::Branch => Made::Branch,
                _ => Made::Call,
            },
        });
        u32::try_from(self.run.lanes.len() - 1).unwrap()
    }

    pub fn resource(
        &mut self,
        kind: ResourceKind,
        name: &str,
        line: u32,
        capacity: u32,
    ) -> u32 {
        let site = Some(self.site(line));
        self.run.resources.push(Resource {
            kind,
            name: Some(name.to_owned()).filter(|name| !name.is_empty()),
            site,
            capacity: Some(capacity),
        });
        u32::try_from(self.run.resources.len() - 1).unwrap()
    }

    pub fn event(&mut self, kind: EventKind) -> &mut Self {
        self.run.events.push(Event::new(self.t, kind));
        self
    }

    pub fn at(&mut self, ms: u64) -> &mut Self {
        self.t = ms * 1000;
        self
    }

    pub fn spawn(&mut self, by: u32, name: &str, line: u32) -> u32 {
        let lane = self.lane(name, LaneKind::Task, Some(by), Some(line));
        self.event(EventKind::Spawned { lane, by });
        lane
    }

    pub fn make(&mut self, by: u32, name: &str, line: u32) -> u32 {
        self.created(LaneKind::Future, by, name, line)
    }

    pub fn branch(&mut self, by: u32, name: &str, line: u32) -> u32 {
        self.created(LaneKind::Branch, by, name, line)
    }

    fn created(
        &mut self,
        kind: LaneKind,
        by: u32,
        name: &str,
        line: u32,
    ) -> u32 {
        let lane = self.lane(name, kind, Some(by), Some(line));
        self.event(EventKind::Created { lane, by });
        lane
    }

    pub fn visit(&mut self, by: u32, name: &str, line: u32) -> u32 {
        let lane = self.lane(name, LaneKind::Visit, Some(by), Some(line));
        let site = Some(self.site(line));
        let what = name.to_owned();
        self.event(EventKind::Enter { lane, what, site });
        lane
    }

    pub fn leave(&mut self, lane: u32, dropped: bool) -> &mut Self {
        let what = self.run.lanes[lane as usize].name.clone();
        self.event(EventKind::Leave {
            lane,
            what,
            dropped,
        })
    }

    pub fn poll(&mut self, lane: u32) -> &mut Self {
        self.event(EventKind::Poll { lane })
    }

    pub fn pending(&mut self, lane: u32) -> &mut Self {
        self.event(EventKind::Pending { lane })
    }

    /// A wait for a resource, or for nothing that has a number.
    pub fn wait(
        &mut self,
        lane: u32,
        on: WaitFor,
        resource: Option<u32>,
        line: u32,
    ) -> &mut Self {
        let site = Some(self.site(line));
        self.event(EventKind::Wait {
            lane,
            on,
            of: Vec::new(),
            n: None,
            resource,
            site,
            until: None,
        })
    }

    pub fn wait_n(
        &mut self,
        lane: u32,
        on: WaitFor,
        (resource, n): (u32, u32),
        line: u32,
    ) -> &mut Self {
        let site = Some(self.site(line));
        self.event(EventKind::Wait {
            lane,
            on,
            of: Vec::new(),
            n: Some(n),
            resource: Some(resource),
            site,
            until: None,
        })
    }

    pub fn until(
        &mut self,
        lane: u32,
        on: WaitFor,
        ms: u64,
        line: u32,
    ) -> &mut Self {
        let site = Some(self.site(line));
        self.event(EventKind::Wait {
            lane,
            on,
            of: Vec::new(),
            n: None,
            resource: None,
            site,
            until: Some(ms * 1000),
        })
    }

    pub fn wait_of(
        &mut self,
        lane: u32,
        on: WaitFor,
        of: &[u32],
        line: u32,
    ) -> &mut Self {
        let site = Some(self.site(line));
        self.event(EventKind::Wait {
            lane,
            on,
            of: of.to_vec(),
            n: None,
            resource: None,
            site,
            until: None,
        })
    }

    pub fn wake(&mut self, lane: u32, by: By, line: Option<u32>) -> &mut Self {
        let site = line.map(|line| self.site(line));
        self.event(EventKind::Wake {
            lane,
            by,
            site,
            resource: None,
            late: None,
        })
    }

    pub fn acquire(&mut self, lane: u32, resource: u32, n: u32) -> &mut Self {
        self.event(EventKind::Acquired {
            lane,
            resource,
            n,
            site: None,
        })
    }

    pub fn acquire_at(
        &mut self,
        lane: u32,
        resource: u32,
        line: u32,
    ) -> &mut Self {
        let site = Some(self.site(line));
        self.event(EventKind::Acquired {
            lane,
            resource,
            n: 1,
            site,
        })
    }

    pub fn release(
        &mut self,
        lane: u32,
        resource: u32,
        to: Option<u32>,
        line: u32,
    ) -> &mut Self {
        let site = Some(self.site(line));
        self.event(EventKind::Released {
            lane,
            resource,
            n: 1,
            added: false,
            to,
            site,
        })
    }

    pub fn send(
        &mut self,
        lane: u32,
        resource: Option<u32>,
        value: &str,
        line: u32,
    ) -> &mut Self {
        let site = Some(self.site(line));
        let value = value.to_owned();
        self.event(EventKind::Sent {
            lane,
            resource,
            value,
            site,
        })
    }

    pub fn receive(
        &mut self,
        lane: u32,
        resource: Option<u32>,
        value: &str,
    ) -> &mut Self {
        let value = value.to_owned();
        self.event(EventKind::Received {
            lane,
            resource,
            value,
        })
    }

    pub fn call(
        &mut self,
        lane: u32,
        what: &str,
        to: Option<u32>,
        (idle, line): (bool, u32),
    ) -> &mut Self {
        let site = Some(self.site(line));
        let what = what.to_owned();
        self.event(EventKind::Called {
            lane,
            what,
            to,
            idle,
            site,
        })
    }

    pub fn print(&mut self, lane: u32, text: &str, line: u32) -> &mut Self {
        let site = Some(self.site(line));
        let text = text.to_owned();
        self.event(EventKind::Out { lane, text, site })
    }

    pub fn end(&mut self, lane: u32, how: End) -> &mut Self {
        self.end_at(lane, how, None, None)
    }

    pub fn end_at(
        &mut self,
        lane: u32,
        how: End,
        message: Option<&str>,
        line: Option<u32>,
    ) -> &mut Self {
        let site = line.map(|line| self.site(line));
        let message = message.map(str::to_owned);
        self.event(EventKind::End {
            lane,
            how,
            message,
            site,
        })
    }

    pub fn run(&mut self, outcome: Outcome) -> Run {
        let mut run = self.run.clone();
        run.end = self.t;
        run.outcome = outcome;
        run
    }
}

pub fn recording(run: Run) -> Recording {
    Recording {
        format: FORMAT.to_owned(),
        version: VERSION,
        example: "by_hand".to_owned(),
        files: vec!["examples/by_hand.rs".to_owned()],
        sha256: String::new(),
        test: None,
        clock: Clock::Virtual,
        runtime: Runtime::Tokio,
        python: None,
        seed: "book".to_owned(),
        tokio: "1".to_owned(),
        knob: None,
        runs: vec![run],
    }
}

/// The steps in words, one a line.
pub fn told(run: &Run) -> String {
    let steps = timeline::steps::steps(run);
    let lines = steps.iter().map(|step| {
        let t = timeline::words::time(step.t);
        format!("{t:>7} {}\n", step.text)
    });
    lines.collect()
}
