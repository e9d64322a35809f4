//! Rays through a hierarchy of spheres around spheres: a tree of objects that is only read.

use crate::lcg::{Lcg, mix};
use std::ops::Sub;

#[derive(Clone, Copy)]
struct Vector {
    x: f64,
    y: f64,
    z: f64,
}

impl Sub for Vector {
    type Output = Vector;
    fn sub(self, other: Vector) -> Vector {
        Vector { x: self.x - other.x, y: self.y - other.y, z: self.z - other.z }
    }
}

impl Vector {
    fn dot(self, other: Vector) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }
}

struct Ray {
    from: Vector,
    to: Vector,
}

#[derive(Clone)]
struct Sphere {
    center: Vector,
    radius: f64,
}

enum Shape {
    Leaf(Sphere),
    Group(Sphere, Box<Shape>, Box<Shape>),
}

impl Shape {
    fn hit(&self, ray: &Ray, nearest: f64) -> f64 {
        let (Shape::Leaf(around) | Shape::Group(around, _, _)) = self;
        let off = ray.from - around.center;
        let a = ray.to.dot(ray.to);
        let b = off.dot(ray.to);
        let c = off.dot(off) - around.radius * around.radius;
        let root = b * b - a * c;
        if root < 0.0 {
            return nearest;
        }
        match self {
            Shape::Leaf(_) => {
                let at = (-b - root.sqrt()) / a;
                if at > 0.0 && at < nearest { at } else { nearest }
            }
            Shape::Group(_, left, right) => right.hit(ray, left.hit(ray, nearest)),
        }
    }
}

fn point(random: &mut Lcg) -> Vector {
    let mut coordinate = || random.below(10_000) as f64 / 100.0 - 50.0;
    Vector { x: coordinate(), y: coordinate(), z: coordinate() }
}

fn group(spheres: &mut [Sphere], axis: usize) -> Shape {
    if let [one] = spheres {
        return Shape::Leaf(one.clone());
    }
    let along = |one: &Sphere| [one.center.x, one.center.y, one.center.z][axis];
    spheres.sort_by(|a, b| along(a).total_cmp(&along(b)));
    let middle = spheres[spheres.len() / 2].center;
    let mut radius = 0.0f64;
    for one in spheres.iter() {
        let off = one.center - middle;
        radius = radius.max(off.dot(off).sqrt() + one.radius);
    }
    let (left, right) = spheres.split_at_mut(spheres.len() / 2);
    let next = (axis + 1) % 3;
    Shape::Group(Sphere { center: middle, radius }, Box::new(group(left, next)), Box::new(group(right, next)))
}

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(53);
    let mut spheres: Vec<Sphere> = (0..2000)
        .map(|_| Sphere { center: point(&mut random), radius: 0.5 + random.below(100) as f64 / 100.0 })
        .collect();
    let root = group(&mut spheres, 0);
    let eye = Vector { x: 0.0, y: 0.0, z: -150.0 };
    let rays: Vec<Ray> = (0..300).map(|_| Ray { from: eye, to: point(&mut random) - eye }).collect();
    Box::new(move || rays.iter().fold(0, |sum, ray| mix(sum, (root.hit(ray, 10.0) * 1000.0) as i64)))
}
