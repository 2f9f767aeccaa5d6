//! expect: error E0277
//!
//! The closure of a stream's `filter` gives a future, and not a `bool`.

use futures::{StreamExt, stream};

#[tokio::main]
async fn main() {
    let numbers = stream::iter([1, 2, 3]);
    let _even = numbers.filter(|number| number % 2 == 0);
}
