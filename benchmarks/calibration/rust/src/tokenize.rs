//! Cuts the source of a small language into tokens.

use crate::lcg::{Lcg, mix};

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Name,
    Number,
    Text,
    Sign,
}

struct Token {
    kind: Kind,
    text: String,
}

const NAMES: [&str; 6] = ["total", "index", "x", "customerName", "if", "while"];
const SIGNS: [&str; 6] = [" = ", " + ", "(", ") ", ";\n", " == "];

fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let end_of = |from: usize, inside: fn(char) -> bool| text[from..].find(|c| !inside(c)).map_or(text.len(), |n| from + n);
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let (kind, start, end, next) = if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        } else if c.is_alphabetic() {
            let end = end_of(at, char::is_alphanumeric);
            (Kind::Name, at, end, end)
        } else if c.is_numeric() {
            let end = end_of(at, char::is_numeric);
            (Kind::Number, at, end, end)
        } else if c == '"' {
            let end = at + 1 + text[at + 1..].find('"').expect("a closed text");
            (Kind::Text, at + 1, end, end + 1)
        } else {
            let end = at + if c == '=' && bytes[at + 1] == b'=' { 2 } else { 1 };
            (Kind::Sign, at, end, end)
        };
        tokens.push(Token { kind, text: text[start..end].to_string() });
        at = next;
    }
    tokens
}

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(23);
    let mut source = String::new();
    for _ in 0..6000 {
        match random.below(4) {
            0 => source.push_str(&random.below(100_000).to_string()),
            1 => {
                source.push('"');
                source.push_str(NAMES[random.below(6) as usize]);
                source.push('"');
            }
            _ => source.push_str(NAMES[random.below(6) as usize]),
        }
        source.push_str(SIGNS[random.below(6) as usize]);
    }
    Box::new(move || {
        let mut sum = 0;
        for token in tokens(&source) {
            sum = mix(sum, token.kind as i64 * 100 + token.text.len() as i64);
            if token.kind == Kind::Number {
                sum = sum.wrapping_add(token.text.parse::<i64>().expect("a number"));
            }
        }
        sum
    })
}
