package io.github.rustfit.capture.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts probes into the methods that are meant, when their classes are loaded or looked at again.
 */
final class Instrumenter implements ClassFileTransformer {

  /** A JVM does not compile longer methods (HotSpot: DontCompileHugeMethods, HugeMethodLimit). */
  private static final int LONGEST = 8000;

  private static final int MOST_FIELDS = 32;

  private final Sites sites;
  private final Notes notes;
  private final Map<String, List<Target>> targets = new HashMap<>();
  private final Set<Target> found = Collections.synchronizedSet(new HashSet<>());
  private final Set<String> seen = Collections.synchronizedSet(new HashSet<>());
  private final Map<ClassLoader, Map<String, Boolean>> loaders = new WeakHashMap<>();

  Instrumenter(List<Target> targets, Sites sites, Notes notes) {
    this.sites = sites;
    this.notes = notes;
    for (Target target : targets) {
      String name = target.className().replace('.', '/');
      if (name.startsWith("java/")
          || name.startsWith(ProbeClass.class.getPackageName().replace('.', '/'))) {
        notes.say(target + " is not captured: the probe itself needs classes of the JDK");
        found.add(target);
      } else {
        this.targets.computeIfAbsent(name, n -> new ArrayList<>()).add(target);
      }
    }
  }

  /** Whether a class, by its binary name, has methods to capture. */
  boolean means(String className) {
    return targets.containsKey(className.replace('.', '/'));
  }

  /** Says which classes were never loaded. */
  void sayWhatIsMissing() {
    targets.forEach(
        (name, wanted) -> {
          if (!seen.contains(name)) {
            notes.say(
                "class "
                    + name.replace('/', '.')
                    + " was not loaded, so nothing of it is captured; before the name of a nested"
                    + " class stands a $");
          }
        });
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> again,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (name == null) {
      return null;
    }
    List<Target> wanted = targets.get(name);
    if (wanted == null) {
      return null;
    }
    try {
      if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
        seen.add(name);
        notes.say(name.replace('/', '.') + " is not captured: the probe itself needs the JDK");
        return null;
      }
      byte[] changed = changed(name, wanted, bytes);
      if (seen.contains(name) && isNew(loader, name)) {
        notes.say(
            name.replace('/', '.')
                + " was loaded by several class loaders; all are counted together");
      }
      isNew(loader, name);
      seen.add(name);
      return changed;
    } catch (Throwable e) {
      seen.add(name);
      notes.failed(
          name.replace('/', '.') + " is not captured: its class file cannot be changed", e);
      return null;
    }
  }

  private boolean isNew(ClassLoader loader, String name) {
    synchronized (loaders) {
      return loaders.computeIfAbsent(loader, l -> new HashMap<>()).put(name, true) == null;
    }
  }

  private record Method(String name, String descriptor, int access, int locals, boolean code) {}

  private byte @Nullable [] changed(String name, List<Target> wanted, byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    Map<String, Site> chosen = new TreeMap<>();
    Map<String, Integer> locals = new HashMap<>();
    for (Method method : methods(reader)) {
      List<String> types = new ArrayList<>();
      for (Type type : Type.getArgumentTypes(method.descriptor())) {
        types.add(type.getClassName());
      }
      for (Target target : wanted) {
        if (target.means(method.name(), types)
            && (method.access() & Opcodes.ACC_BRIDGE) == 0
            && !unfit(target, method)) {
          String key = method.name() + method.descriptor();
          boolean onObject = (method.access() & Opcodes.ACC_STATIC) == 0;
          Site site =
              sites.of(
                  name.replace('/', '.'),
                  method.name(),
                  method.descriptor(),
                  method.access(),
                  onObject ? fields(reader) : List.of());
          if (site != null) {
            chosen.put(key, site);
            locals.put(key, method.locals());
          }
        }
      }
    }
    for (Target target : wanted) {
      if (!found.contains(target)) {
        notes.say(target + " is not captured: the class has no such method");
      }
    }
    return chosen.isEmpty() ? null : written(reader, chosen, locals);
  }

  /** Says why a method is not captured, if so. */
  private boolean unfit(Target target, Method method) {
    found.add(target);
    String why =
        method.name().startsWith("<")
            ? "a constructor or initializer is no method that a port could begin at"
            : method.code()
                ? ""
                : (method.access() & Opcodes.ACC_NATIVE) != 0
                    ? "a native method has no code in Java"
                    : "an abstract method has no code; name the classes that implement it";
    if (!why.isEmpty()) {
      notes.say(target + " is not captured: " + why);
    }
    return !why.isEmpty();
  }

  /** Plain fields of objects of the class. */
  private static List<Site.Held> fields(ClassReader reader) {
    List<Site.Held> fields = new ArrayList<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable FieldVisitor visitField(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              @Nullable Object value) {
            if ((access & (Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC)) == 0
                && Values.plain(descriptor)
                && fields.size() < MOST_FIELDS) {
              fields.add(new Site.Held(name, descriptor));
            }
            return null;
          }
        },
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return fields;
  }

  private static List<Method> methods(ClassReader reader) {
    List<Method> methods = new ArrayList<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
              private int locals;
              private boolean code;

              @Override
              public void visitCode() {
                code = true;
              }

              @Override
              public void visitMaxs(int stack, int most) {
                locals = most;
              }

              @Override
              public void visitEnd() {
                methods.add(new Method(name, descriptor, access, locals, code));
              }
            };
          }
        },
        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return methods;
  }

  private byte @Nullable [] written(
      ClassReader reader, Map<String, Site> chosen, Map<String, Integer> locals) {
    ClassWriter writer = new ClassWriter(reader, 0);
    Map<String, ProbedMethod> probed = new TreeMap<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            String key = name + descriptor;
            Site site = chosen.get(key);
            if (site == null) {
              return next;
            }
            ProbedMethod method =
                new ProbedMethod(next, site, reader.getClassName(), locals.getOrDefault(key, 0));
            probed.put(key, method);
            return method;
          }
        },
        ClassReader.EXPAND_FRAMES);
    byte[] bytes = writer.toByteArray();
    boolean whole = true;
    for (Map.Entry<String, ProbedMethod> method : probed.entrySet()) {
      if (method.getValue().length() > LONGEST) {
        notes.say(
            chosen.get(method.getKey())
                + " is not captured: with the probe it is longer than 8000 bytes, and the JVM"
                + " compiles no such method");
        chosen.remove(method.getKey());
        whole = false;
      }
    }
    if (whole) {
      chosen.values().forEach(sites::begin);
      return bytes;
    }
    return chosen.isEmpty() ? null : written(reader, chosen, locals);
  }
}
