//! `{{method}}`, timed.

use crate::Timed;
use crate::input::Input;
use std::hint::black_box;
use std::io;

#[derive(Clone)]
pub struct Call {
{{fields}}}

impl Timed for Call {
    const WRITES: bool = {{writes}};

    fn read(input: &mut Input) -> io::Result<Self> {
        let _ = &input;
        Ok(Self {
{{read}}        })
    }

    fn elements(&self) -> usize {
        {{elements}}
    }

    fn restore(&mut self, from: &Self) {
        let _ = from;
{{restore}}    }

    fn run(&mut self) -> bool {
        black_box({{call}}).is_ok()
    }
}
