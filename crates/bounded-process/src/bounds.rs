//! Within what a program runs.

use crate::cancel::Cancel;
use crate::limits::Limits;
use crate::tag::ProcessTag;

pub struct Bounds<'a> {
    pub limits: &'a Limits,
    /// By which what it starts is found. Nothing, for Cargo: a compiler's
    /// cache may leave a server behind on purpose. The group ends anyway.
    pub tag: Option<&'a ProcessTag>,
    pub cancel: &'a Cancel,
    /// Everything else comes first.
    pub gently: bool,
    /// Both outputs are one, in their order, as on a terminal. The sink takes
    /// it for standard output.
    pub together: bool,
}

impl<'a> Bounds<'a> {
    pub fn new(limits: &'a Limits, cancel: &'a Cancel) -> Self {
        Self {
            limits,
            tag: None,
            cancel,
            gently: false,
            together: false,
        }
    }
}
