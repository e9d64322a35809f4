package io.github.rustfit.trial.bench;

import io.github.rustfit.trial.pairs.StopRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is tried, and with what.
 *
 * @param starter the folder of the starter
 * @param kernel the method's part of it
 * @param classPath the Java code and what it needs
 * @param work takes what is built and said
 * @param jdk the JDK that compiles and runs
 * @param inputs what calls are made with
 * @param measuring how long and how often
 * @param other other Java code for the same; empty for none
 */
public record TrialPlan(
    Path starter,
    TrialKernel kernel,
    List<Path> classPath,
    Path work,
    Path jdk,
    TrialInputs inputs,
    Measuring measuring,
    Optional<OtherCode> other) {

  public TrialPlan {
    classPath = List.copyOf(classPath);
  }

  /**
   * Names of a kernel in its starter.
   *
   * @param method {@code Type.method(type, …)} without the package, as the differential test prints
   *     it
   * @param binding the class that programs call
   * @param module the file of the body without its ending
   * @param key the name in the properties of the binding
   * @param part the last part of the package that all kernels share
   * @param library the name of the library
   */
  public record TrialKernel(
      String method, String binding, String module, String key, String part, String library) {}

  /**
   * What calls are made with.
   *
   * @param captured file or folder with captured calls; empty for made ones
   * @param cases how many made calls are compared
   * @param length elements of arrays half of the time; 0 to say nothing
   */
  public record TrialInputs(Optional<Path> captured, int cases, int length) {}

  /**
   * How is measured.
   *
   * @param rule when pairs have told enough
   * @param budget how long pairs may take together
   * @param warmUp of each process
   * @param time that each process then measures
   * @param jvmOptions of the processes with Java
   */
  public record Measuring(
      StopRule rule, Duration budget, Duration warmUp, Duration time, List<String> jvmOptions) {

    public Measuring {
      jvmOptions = List.copyOf(jvmOptions);
    }
  }

  /**
   * Other Java code for the same.
   *
   * @param name as the user named it
   * @param method {@code Class#method} of a static method with the same parameters and result;
   *     empty where it is the same method in other classes
   * @param classes what comes first on the class path; empty for the same classes
   */
  public record OtherCode(String name, String method, List<Path> classes) {

    public OtherCode {
      classes = List.copyOf(classes);
    }
  }
}
