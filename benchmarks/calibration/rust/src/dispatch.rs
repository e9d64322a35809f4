//! Jobs that wait for machines: a queue of events, a line at each machine, totals by name.

use crate::lcg::{Lcg, mix};
use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap, VecDeque};

#[derive(PartialEq, Eq)]
enum Kind {
    Arrives,
    Leaves,
}

#[derive(PartialEq, Eq)]
struct Job {
    number: i64,
    arrived: i64,
    stages: i64,
}

#[derive(PartialEq, Eq)]
struct Event {
    time: i64,
    number: i64,
    kind: Kind,
    job: Job,
}

impl Ord for Event {
    fn cmp(&self, other: &Self) -> Ordering {
        (other.time, other.number).cmp(&(self.time, self.number)) // the earliest is the greatest
    }
}

impl PartialOrd for Event {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[derive(Default)]
struct Machine {
    waiting: VecDeque<Job>,
    busy: bool,
}

#[derive(Default)]
struct Simulation {
    events: BinaryHeap<Event>,
    machines: HashMap<String, Machine>,
    totals: HashMap<String, i64>,
    count: i64,
}

impl Simulation {
    fn add(&mut self, time: i64, kind: Kind, job: Job) {
        self.events.push(Event { time, number: self.count, kind, job });
        self.count += 1;
    }

    fn step(&mut self, event: Event, random: &mut Lcg) {
        let Event { time, kind, mut job, .. } = event;
        let name = format!("machine-{}", (job.number + job.stages * 7) % 40);
        if kind == Kind::Arrives {
            self.machines.entry(name.clone()).or_default().waiting.push_back(job);
        } else {
            self.machines.entry(name.clone()).or_default().busy = false;
            *self.totals.entry(name.clone()).or_insert(0) += time - job.arrived;
            job.stages -= 1;
            if job.stages > 0 {
                self.add(time + 1, Kind::Arrives, job);
            }
        }
        let machine = self.machines.entry(name).or_default();
        if !machine.busy {
            if let Some(next) = machine.waiting.pop_front() {
                machine.busy = true;
                self.add(time + 50 + random.below(200) as i64, Kind::Leaves, next);
            }
        }
    }
}

pub fn kernel() -> crate::Kernel {
    Box::new(|| {
        let mut random = Lcg::new(67);
        let mut simulation = Simulation::default();
        for number in 0..3000 {
            let job = Job { number, arrived: number * 10, stages: 1 + random.below(4) as i64 };
            simulation.add(job.arrived, Kind::Arrives, job);
        }
        while let Some(event) = simulation.events.pop() {
            simulation.step(event, &mut random);
        }
        (0..40).fold(0, |sum, i| mix(sum, simulation.totals.get(&format!("machine-{i}")).copied().unwrap_or(0)))
    })
}
