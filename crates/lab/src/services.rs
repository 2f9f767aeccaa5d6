//! What the exercises call instead of a network, a disk or a machine.

pub mod mill;
pub mod office;
pub mod register;
pub mod screen;
pub mod shop;
pub mod site;
pub mod tape;
