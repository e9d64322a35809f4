//! Runs a kernel: `calibration NAME WARM-UP-MS MEASURED-MS`, times of CPU. Prints its name, the checksum of the first
//! operation, how many were measured and the CPU time of the process for one in nanoseconds.

#![forbid(unsafe_code)]

mod base64;
mod blur;
mod bvh;
mod crc;
mod derive;
mod digest;
mod dispatch;
mod forest;
mod format;
mod groupcount;
mod huffman;
mod inverted;
mod lcg;
mod lcs;
mod life;
mod logparse;
mod mandelbrot;
mod mismatch;
mod rangeindex;
mod report;
mod route;
mod shortestpaths;
mod sieve;
mod sortrecords;
mod tokenize;
mod treap;
mod wordcount;

type Kernel = Box<dyn FnMut() -> i64>;

fn kernel(name: &str) -> Option<Kernel> {
    Some(match name {
        "base64" => base64::kernel(),
        "blur" => blur::kernel(),
        "bvh" => bvh::kernel(),
        "crc" => crc::kernel(),
        "derive" => derive::kernel(),
        "digest" => digest::kernel(),
        "dispatch" => dispatch::kernel(),
        "forest" => forest::kernel(),
        "format" => format::kernel(),
        "groupcount" => groupcount::kernel(),
        "huffman" => huffman::kernel(),
        "inverted" => inverted::kernel(),
        "lcs" => lcs::kernel(),
        "life" => life::kernel(),
        "logparse" => logparse::kernel(),
        "mandelbrot" => mandelbrot::kernel(),
        "mismatch" => mismatch::kernel(),
        "rangeindex" => rangeindex::kernel(),
        "report" => report::kernel(),
        "route" => route::kernel(),
        "shortestpaths" => shortestpaths::kernel(),
        "sieve" => sieve::kernel(),
        "sortrecords" => sortrecords::kernel(),
        "tokenize" => tokenize::kernel(),
        "treap" => treap::kernel(),
        "wordcount" => wordcount::kernel(),
        _ => return None,
    })
}


fn repeat(kernel: &mut Kernel, nanos: u64) -> u64 {
    let start = cpu();
    let mut operations = 0;
    while operations == 0 || cpu() - start < nanos {
        std::hint::black_box(kernel());
        operations += 1;
    }
    operations
}

/// CPU time of this thread, the only one, in nanoseconds: Linux writes it first.
fn cpu() -> u64 {
    let line = std::fs::read_to_string("/proc/self/schedstat").expect("Linux with schedstat");
    line.split(' ').next().and_then(|first| first.parse().ok()).expect("nanoseconds")
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let nanos = |i: usize| args[i].parse::<u64>().expect("milliseconds") * 1_000_000;
    let mut kernel = kernel(&args[1]).expect("a kernel");
    let checksum = kernel();
    repeat(&mut kernel, nanos(2));
    let before = cpu();
    let operations = repeat(&mut kernel, nanos(3));
    println!("{} {} {} {}", args[1], checksum, operations, (cpu() - before) / operations);
}
