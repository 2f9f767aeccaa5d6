//! expect: error E0752
//! `main` cannot be async: somebody has to poll it.

async fn main() {
    println!("hello, world");
}
