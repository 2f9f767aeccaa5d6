//! Several workers take sacks from one queue until there are no more.

use lab::Mill;

/// Grinds the sacks `0..sacks` with the workers `0..workers`, by
/// `mill.grind(worker, sack)`. Whoever is free takes the next sack.
pub async fn grind_all(mill: Mill, sacks: u32, workers: usize) {
    // TODO: a queue of sacks, a task for each worker, and an end: return
    // when every sack is ground.
    todo!("{sacks} sacks for {workers} workers at {mill:?}")
}
