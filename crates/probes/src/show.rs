//! Shows values in words, where their types allow it.

use std::fmt::{Debug, Display};

use tokio::task::{AbortHandle, JoinHandle};

/// Shows a value if its type allows it: the inherent methods win where their
/// bounds hold, else the methods of [`Fallback`] are found.
pub struct Show<'a, T: ?Sized>(pub &'a T);

impl<T: Display + ?Sized> Show<'_, T> {
    pub fn display(&self) -> Option<String> {
        Some(self.0.to_string())
    }
}

/// A longer value has no room in a figure. Library types among them show what
/// is inside: addresses, ids, paths of this machine.
const LONGEST: usize = 60;

impl<T: Debug + ?Sized> Show<'_, T> {
    pub fn debug(&self) -> Option<String> {
        let text = format!("{:?}", self.0);
        (text.chars().count() <= LONGEST).then_some(text)
    }
}

impl<T> Show<'_, Option<T>> {
    /// What came out of a channel, when its type cannot be shown.
    pub fn item(&self) -> Option<String> {
        Some(self.0.as_ref().map_or("None", |_| "").to_owned())
    }
}

impl<T, X> Show<'_, Result<T, X>> {
    pub fn ok(&self) -> Option<bool> {
        Some(self.0.is_ok())
    }
}

impl Show<'_, ()> {
    /// A send that cannot fail.
    pub fn ok(&self) -> Option<bool> {
        Some(true)
    }
}

fn id(id: tokio::task::Id) -> Option<u64> {
    // It shows its number and offers it in no other way.
    id.to_string().parse().ok()
}

impl<T> Show<'_, JoinHandle<T>> {
    pub fn task(&self) -> Option<u64> {
        id(self.0.id())
    }
}

impl<T> Show<'_, &mut JoinHandle<T>> {
    pub fn task(&self) -> Option<u64> {
        id(self.0.id())
    }
}

impl Show<'_, AbortHandle> {
    pub fn task(&self) -> Option<u64> {
        id(self.0.id())
    }
}

impl<T, X: Debug> Show<'_, Result<T, X>> {
    pub fn error(&self) -> Option<String> {
        self.0.as_ref().err().map(|error| format!("{error:?}"))
    }
}

pub trait Fallback {
    fn display(&self) -> Option<String> {
        None
    }

    fn debug(&self) -> Option<String> {
        None
    }

    fn error(&self) -> Option<String> {
        None
    }

    fn item(&self) -> Option<String> {
        None
    }

    fn ok(&self) -> Option<bool> {
        None
    }

    fn task(&self) -> Option<u64> {
        None
    }
}

impl<T: ?Sized> Fallback for Show<'_, T> {}
