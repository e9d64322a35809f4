package calibration.bvh;

import calibration.Kernel;
import calibration.Lcg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rays through a hierarchy of boxes around spheres: a tree of objects that is only read. */
public final class Scene implements Kernel {

  record Vector(double x, double y, double z) {
    Vector minus(Vector other) {
      return new Vector(x - other.x, y - other.y, z - other.z);
    }

    double dot(Vector other) {
      return x * other.x + y * other.y + z * other.z;
    }
  }

  record Ray(Vector from, Vector to) {}

  abstract static class Shape {
    abstract double hit(Ray ray, double nearest);
  }

  static final class Sphere extends Shape {
    final Vector center;
    final double radius;

    Sphere(Vector center, double radius) {
      this.center = center;
      this.radius = radius;
    }

    @Override
    double hit(Ray ray, double nearest) {
      Vector off = ray.from.minus(center);
      double a = ray.to.dot(ray.to);
      double b = off.dot(ray.to);
      double c = off.dot(off) - radius * radius;
      double root = b * b - a * c;
      if (root < 0) {
        return nearest;
      }
      double at = (-b - Math.sqrt(root)) / a;
      return at > 0 && at < nearest ? at : nearest;
    }
  }

  static final class Group extends Shape {
    final Vector center;
    final double radius;
    final Shape left;
    final Shape right;

    Group(Vector center, double radius, Shape left, Shape right) {
      this.center = center;
      this.radius = radius;
      this.left = left;
      this.right = right;
    }

    @Override
    double hit(Ray ray, double nearest) {
      Vector off = ray.from.minus(center);
      double a = ray.to.dot(ray.to);
      double b = off.dot(ray.to);
      if (b * b - a * (off.dot(off) - radius * radius) < 0) {
        return nearest;
      }
      return right.hit(ray, left.hit(ray, nearest));
    }
  }

  private final Shape root;
  private final List<Ray> rays = new ArrayList<>();

  /** Makes a scene and the rays. */
  public Scene() {
    Lcg random = new Lcg(53);
    List<Sphere> spheres = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      spheres.add(new Sphere(point(random), 0.5 + random.below(100) / 100.0));
    }
    root = group(spheres, 0);
    for (int i = 0; i < 300; i++) {
      rays.add(new Ray(new Vector(0, 0, -150), point(random).minus(new Vector(0, 0, -150))));
    }
  }

  private static Vector point(Lcg random) {
    return new Vector(
        random.below(10_000) / 100.0 - 50,
        random.below(10_000) / 100.0 - 50,
        random.below(10_000) / 100.0 - 50);
  }

  private static Shape group(List<Sphere> spheres, int axis) {
    if (spheres.size() == 1) {
      return spheres.get(0);
    }
    List<Sphere> sorted = new ArrayList<>(spheres);
    sorted.sort(
        Comparator.comparingDouble(
            one -> axis == 0 ? one.center.x : axis == 1 ? one.center.y : one.center.z));
    Vector middle = sorted.get(sorted.size() / 2).center;
    double radius = 0;
    for (Sphere one : sorted) {
      Vector off = one.center.minus(middle);
      radius = Math.max(radius, Math.sqrt(off.dot(off)) + one.radius);
    }
    return new Group(
        middle,
        radius,
        group(sorted.subList(0, sorted.size() / 2), (axis + 1) % 3),
        group(sorted.subList(sorted.size() / 2, sorted.size()), (axis + 1) % 3));
  }

  @Override
  public long run() {
    long sum = 0;
    for (Ray ray : rays) {
      double at = root.hit(ray, 10);
      sum = sum * 31 + (long) (at * 1000);
    }
    return sum;
  }
}
