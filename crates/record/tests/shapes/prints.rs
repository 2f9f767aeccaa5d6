#[tokio::main]
async fn main() {
    std::println!("by path");
    print!("half");
    eprintln!(" and half");
    eprintln!("error {}\n", 3 + 4);
    let two = dbg!(1 + 1);
    macro_rules! say {
        ($text:expr) => {
            println!("own: {}", $text)
        };
    }
    say!("x");
    if two == 2 {
        eprint!("no end");
    }
}
