//! The file of arguments: numbers big-endian, an array as its length and its elements.

#![allow(dead_code)]

use std::fs::File;
use std::io::{self, BufReader, Read};

const MAGIC: u32 = 0x5246_4249;

pub struct Input(BufReader<File>);

macro_rules! numbers {
    ($($one:ident $many:ident $type:ty),*) => {
        $(pub fn $one(&mut self) -> io::Result<$type> {
            Ok(<$type>::from_be_bytes(self.bytes()?))
        }

        pub fn $many(&mut self) -> io::Result<Vec<$type>> {
            (0..self.count()?).map(|_| self.$one()).collect()
        })*
    };
}

impl Input {
    pub fn open(path: &str) -> io::Result<Self> {
        let mut input = Self(BufReader::with_capacity(1 << 16, File::open(path)?));
        if u32::from_be_bytes(input.bytes()?) == MAGIC {
            Ok(input)
        } else {
            Err(io::Error::other(format!("{path} does not hold arguments to time")))
        }
    }

    fn bytes<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.0.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    pub fn count(&mut self) -> io::Result<usize> {
        usize::try_from(self.i32()?).map_err(io::Error::other)
    }

    numbers!(i8 i8s i8, i16 i16s i16, u16 u16s u16, i32 i32s i32, i64 i64s i64, f32 f32s f32, f64 f64s f64);

    pub fn bool(&mut self) -> io::Result<bool> {
        Ok(self.i8()? != 0)
    }

    pub fn rows<T>(
        &mut self,
        row: fn(&mut Self) -> io::Result<Vec<T>>,
    ) -> io::Result<Vec<Vec<T>>> {
        (0..self.count()?).map(|_| row(self)).collect()
    }

    pub fn bools(&mut self) -> io::Result<Vec<bool>> {
        (0..self.count()?).map(|_| self.bool()).collect()
    }
}
