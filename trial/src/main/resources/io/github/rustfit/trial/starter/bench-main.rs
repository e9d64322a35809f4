//! Times the kernels on data that is Rust's already: what would be left if nothing crossed a
//! boundary. Reads the arguments that `Bench` of Java chose, and prints what it saw, a fact a line.
//!
//! `native <kernel> <file> [warm-up ms] [ms]`

mod input;
{{modules}}
use input::Input;
use std::io;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Calls of a kernel.
trait Timed: Sized + Clone {
    /// Whether it can write to its arguments.
    const WRITES: bool;
    fn read(input: &mut Input) -> io::Result<Self>;
    fn elements(&self) -> usize;
    fn restore(&mut self, from: &Self);
    /// Whether the kernel gave a result.
    fn run(&mut self) -> bool;
}

/// So long a stretch that reading clocks costs nothing beside it.
const STRETCH: Duration = Duration::from_millis(4);
const POOL_ELEMENTS: usize = 1 << 19;

struct Size<T> {
    most: i64,
    loaded: Vec<T>,
    calls: Vec<T>,
    passes: usize,
}

#[derive(Default)]
struct Seen {
    calls: u64,
    cpu: u64,
    clock: u64,
    left: u64,
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let done = match args.get(1).map(String::as_str) {
{{arms}}        _ => Err(io::Error::other("name a kernel: {{names}}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn time<T: Timed>(args: &[String]) -> io::Result<()> {
    let file = args.get(2).ok_or(io::Error::other("name a file"))?;
    let number = |at: usize, otherwise: u64| {
        args.get(at)
            .map_or(Ok(otherwise), |text| text.parse::<u64>())
            .map_err(io::Error::other)
            .map(Duration::from_millis)
    };
    let (warm, measured) = (number(3, 500)?, number(4, 1000)?);
    let mut input = Input::open(file)?;
    let mut sizes = Vec::new();
    for _ in 0..input.count()? {
        let most = input.i64()?;
        input.f64()?;
        let mut read = Vec::new();
        for _ in 0..input.count()? {
            read.push(T::read(&mut input)?);
        }
        let elements: usize = read.iter().map(T::elements).sum();
        let times = if T::WRITES { (POOL_ELEMENTS / elements.max(1)).clamp(1, 1000) } else { 1 };
        let loaded: Vec<T> = read.iter().cloned().cycle().take(read.len() * times).collect();
        sizes.push(Size { most, calls: loaded.clone(), loaded, passes: 1 });
    }
    run(&mut sizes, warm);
    let seen = run(&mut sizes, measured);
    for (size, seen) in sizes.iter().zip(seen) {
        println!(
            "size {} {} {} {} 0 {}",
            size.most, seen.calls, seen.cpu, seen.clock, seen.left
        );
    }
    println!("done");
    Ok(())
}

/// Sizes in turn, a few stretches each, until the time is over.
fn run<T: Timed>(sizes: &mut [Size<T>], time: Duration) -> Vec<Seen> {
    let mut seen: Vec<Seen> = sizes.iter().map(|_| Seen::default()).collect();
    let start = Instant::now();
    while start.elapsed() < time {
        for (size, seen) in sizes.iter_mut().zip(seen.iter_mut()) {
            let turn = Instant::now();
            while turn.elapsed() < STRETCH * 10 {
                if T::WRITES {
                    for (call, from) in size.calls.iter_mut().zip(&size.loaded) {
                        call.restore(from);
                    }
                }
                let clock = Instant::now();
                let cpu = cpu_nanos();
                let mut done = 0;
                for _ in 0..size.passes {
                    for call in &mut size.calls {
                        done += u64::from(call.run());
                    }
                }
                seen.cpu += cpu_nanos() - cpu;
                let clock = clock.elapsed();
                seen.clock += clock.as_nanos() as u64;
                let calls = (size.passes * size.calls.len()) as u64;
                seen.calls += calls;
                seen.left += calls - done;
                if !T::WRITES && clock < STRETCH / 2 {
                    size.passes = (size.passes * 2).min(1 << 24);
                }
            }
        }
    }
    seen
}

/// CPU time of this thread in nanoseconds; by the clock where the system does not tell.
#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
fn cpu_nanos() -> u64 {
    #[repr(C)]
    struct Time {
        seconds: i64,
        nanos: i64,
    }
    unsafe extern "C" {
        fn clock_gettime(clock: i32, time: *mut Time) -> i32;
    }
    const THREAD: i32 = 3;
    let mut time = Time { seconds: 0, nanos: 0 };
    // SAFETY: it writes to what it is given (POSIX.1, clock_gettime), a timespec of 64-bit Linux.
    unsafe { clock_gettime(THREAD, &mut time) };
    (time.seconds * 1_000_000_000 + time.nanos) as u64
}

#[cfg(not(all(target_os = "linux", target_pointer_width = "64")))]
fn cpu_nanos() -> u64 {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    START.get_or_init(Instant::now).elapsed().as_nanos() as u64
}
