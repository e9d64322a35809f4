package io.github.rustfit.trial.starter;

/**
 * What a method is called in its starter.
 *
 * @param id the method, as the manifest has it
 * @param method {@code Type.method(type, …)} without the package
 * @param binding the class that programs call
 * @param module the file of the body in {@code core/src}, without its ending
 * @param key its starter's name in the properties of the binding
 * @param part last part of the package that all kernels of the starter share
 * @param library the library's name
 */
public record StarterKernel(
    String id,
    String method,
    String binding,
    String module,
    String key,
    String part,
    String library) {}
