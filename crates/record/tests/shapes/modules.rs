//! The crate's own documentation.
#![allow(dead_code)]

mod work {
    pub async fn job(n: u32) -> u32 {
        self::inner::half(n).await
    }

    pub mod inner {
        pub async fn half(n: u32) -> u32 {
            super::again(n).await / 2
        }
    }

    async fn again(n: u32) -> u32 {
        n
    }
}

mod inner {
    use crate::work::job;

    pub async fn twice(n: u32) -> String {
        let (a, b) = tokio::join!(job(n), crate::work::inner::half(n));
        format!("{} {}", a + b, module_path!())
    }
}

#[tokio::main]
async fn main() {
    println!("{}", crate::work::job(6).await);
    println!("{}", inner::twice(6).await);
}
