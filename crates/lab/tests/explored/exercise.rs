//! What people write, in all the forms in which a method is called.
#![allow(unused)]

use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, RwLock};

use tokio::sync::Notify;

const LEN: usize = "four".len();
static COUNT: AtomicUsize = AtomicUsize::new(LEN);
const fn twice(n: usize) -> usize {
    n.wrapping_mul(2)
}

#[derive(Clone, Debug, Default)]
pub struct Shared {
    map: Arc<Mutex<HashMap<u32, Vec<&'static str>>>>,
    list: Arc<RwLock<Vec<u32>>>,
    bell: Arc<Notify>,
}

fn borrowed<const N: usize>(words: [&str; N]) -> Vec<String> {
    words
        .into_iter()
        .map(|word| word.to_owned())
        .collect::<Vec<_>>()
}

impl Shared {
    fn map(&self) -> MutexGuard<'_, HashMap<u32, Vec<&'static str>>> {
        self.map
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    pub fn forms(&self) -> Option<usize> {
        let kept = &mut *self.map.lock().unwrap();
        kept.entry(1).or_default().push("one");
        let all = kept.values().map(Vec::len).sum::<usize>();
        let first = kept.get(&1)?.first()?.len();
        for n in 0..all.max(1) {
            *kept.entry(n as u32).or_default() = vec!["a", "b"];
        }
        let pairs = [(1, 2), (3, 4)].map(|(a, b)| a.max(b));
        let text =
            format!("{}{:?}", pairs.len(), Some(1).map(|n: i32| -n.abs()));
        let late = match text.as_str() {
            "" => return None,
            word if word.is_empty() && !word.contains('x') => 1,
            _ => { all }.max(3),
        };
        let made = Shared {
            ..Default::default()
        }
        .list
        .read()
        .unwrap()
        .len();
        if let Some(one) = kept.get(&1)
            && let [_, ..] = one.as_slice()
        {
            return Some(first + late + made + 1.max(twice(2)));
        }
        (!kept.is_empty()).then_some(all)
    }

    pub async fn waits(&self) -> Result<u32, Box<dyn std::error::Error>> {
        self.list.write().unwrap().push("7".parse::<u32>()?);
        let (a, b) = tokio::join!(async { 1 }, self.later(2));
        let (c, d) = tokio::join!(biased; self.later(3), self.later(4),);
        let e = tokio::select! {
            found = self.later(5) => found,
            _ = self.bell.notified() => 0,
        };
        assert!(
            matches!(self.list.read().unwrap().as_slice(), [7, ..]),
            "{:?}",
            self
        );
        let f = self.later(6).await.checked_add(1).ok_or("too large")?;
        Ok(a + b + c + d + e + f + self.sum().await)
    }

    async fn later(&self, n: u32) -> u32 {
        tokio::task::yield_now().await;
        n
    }

    async fn sum(&self) -> u32 {
        self.list.read().unwrap().iter().copied().sum()
    }
}

/// One thread waits for the other in the manner of threads.
#[derive(Default)]
pub struct Handover {
    full: Mutex<Option<u32>>,
    changed: Condvar,
}

impl Handover {
    pub fn put(&self, n: u32) {
        *self.full.lock().unwrap() = Some(n);
        self.changed.notify_one();
    }

    pub fn take(&self) -> u32 {
        let mut full = self.full.lock().unwrap();
        while full.is_none() {
            full = self.changed.wait(full).unwrap();
        }
        full.take().unwrap()
    }
}

/// Loses one when two come together.
pub fn count(seen: &AtomicUsize) {
    seen.store(seen.load(SeqCst) + 1, SeqCst);
}

/// Two locks in an order that depends on who calls.
pub fn both(one: &Mutex<u32>, two: &Mutex<u32>) {
    let mut one = one.lock().unwrap();
    *one += *two.lock().unwrap();
}

/// Rings, and hears only what is rung while it waits.
pub async fn hear(flag: &AtomicUsize, bell: &Notify) {
    while flag.load(SeqCst) == 0 {
        bell.notified().await;
    }
}

/// Goes round and round, but lets others have a turn.
pub async fn spins(flag: &AtomicUsize) {
    while flag.load(SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
}
