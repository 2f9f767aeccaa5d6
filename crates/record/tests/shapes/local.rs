use std::rc::Rc;
use tokio::runtime::LocalRuntime;
use tokio::task::{self, LocalSet};

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let shared = Rc::new("in the set");
    LocalSet::new().block_on(&runtime, async {
        let own = shared.clone();
        task::spawn_local(async move {
            task::yield_now().await;
            println!("{own}");
        })
        .await
        .unwrap();
    });
    let local = LocalRuntime::new().unwrap();
    let shared = Rc::new("in the runtime");
    local.block_on(async move {
        task::spawn_local(async move { println!("{shared}") })
            .await
            .unwrap();
    });
}
