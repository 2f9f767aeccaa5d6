//! What the exercises call instead of a network, a disk or a machine.

pub mod bank;
pub mod catalog;
pub mod disk;
pub mod hall;
pub mod ledger;
pub mod listener;
pub mod mill;
pub mod monitor;
pub mod office;
pub mod polls;
pub mod register;
pub mod scratch;
pub mod screen;
pub mod shelf;
pub mod shop;
pub mod site;
pub mod store;
pub mod tape;
pub mod weather;
pub mod wire;
