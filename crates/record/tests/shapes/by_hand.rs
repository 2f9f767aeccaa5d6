use std::time::Duration;

async fn job(n: u32) -> u32 {
    tokio::time::sleep(Duration::from_millis(10)).await;
    n
}

fn main() -> std::io::Result<()> {
    println!("before");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    println!("first {}", runtime.block_on(job(1)));
    println!("between");
    let task = runtime.spawn(async { println!("task") });
    println!("second {}", runtime.block_on(async { job(2).await }));
    runtime.block_on(task).unwrap();
    println!("after");
    Ok(())
}
