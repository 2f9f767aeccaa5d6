//! expect: error E0282
//! `?` may convert an error, and nothing says into what.

struct Missing;

async fn read(name: &str) -> Result<String, Missing> {
    println!("{name} is not here");
    Err(Missing)
}

#[tokio::main]
async fn main() {
    let length = async {
        let text = read("limit").await?;
        Ok(text.len())
    };
    println!("{}", length.await.is_ok());
}
