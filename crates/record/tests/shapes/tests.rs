async fn double(n: u32) -> u32 {
    tokio::task::yield_now().await;
    n * 2
}

#[cfg(test)]
mod tests {
    use super::double;
    use std::time::Duration;
    use tokio::time::{Instant, sleep};

    #[tokio::test]
    async fn works() {
        assert_eq!(double(2).await, 4);
    }

    #[tokio::test(start_paused = true)]
    async fn waits() {
        let began = Instant::now();
        sleep(Duration::from_secs(3600)).await;
        println!("waited {} s", began.elapsed().as_secs());
    }

    mod deep {
        #[tokio::test]
        async fn fails() {
            assert_eq!(super::double(2).await, 5);
        }
    }
}
