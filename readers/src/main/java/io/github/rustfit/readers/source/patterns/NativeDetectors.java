package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.Set;

/** Memory and objects that nothing frees by itself. */
final class NativeDetectors {

  private static final String MEMORY = "native-memory";
  private static final String COUNT = "reference-count";
  private static final Set<String> COUNTED =
      KnownTypes.union(
          KnownTypes.in("io.netty.buffer", "ByteBuf CompositeByteBuf"),
          KnownTypes.in("io.netty.util", "ReferenceCounted"));
  private static final Set<String> COUNTING =
      Set.of(
          "retain", "release", "touch", "retainedSlice", "retainedDuplicate", "readRetainedSlice");

  private NativeDetectors() {}

  static void register(Detectors looks) {
    looks.on(MethodDeclaration.class, NativeDetectors::method);
    looks.on(MethodCallExpr.class, NativeDetectors::unsafe);
    looks.onCall(
        Set.of("reinterpret", "global", "ofShared", "allocateDirect", "load", "loadLibrary"),
        NativeDetectors::memory);
    looks.onCall(COUNTING, NativeDetectors::count);
    looks.on(ObjectCreationExpr.class, NativeDetectors::creation);
  }

  private static void method(MethodDeclaration method, Scene scene) {
    if (method.isNative()) {
      scene.found(MEMORY, method.getName(), method, "native " + method.getNameAsString());
    }
  }

  private static void unsafe(MethodCallExpr call, Scene scene) {
    TypeRef receiver = scene.names().importsUnsafe() ? Code.receiver(call, scene) : null;
    if (receiver != null
        && (receiver.is("sun.misc.Unsafe") || receiver.is("jdk.internal.misc.Unsafe"))) {
      scene.found(MEMORY, call, "Unsafe." + call.getNameAsString());
    }
  }

  private static void memory(MethodCallExpr call, Scene scene) {
    String name = call.getNameAsString();
    if (name.equals("reinterpret") && scene.names().imports("java.lang.foreign")) {
      scene.found(MEMORY, call, "MemorySegment.reinterpret");
    } else if ((name.equals("global") || name.equals("ofShared"))
        && Code.isStatic(call, scene, "java.lang.foreign.Arena")) {
      scene.found(MEMORY, call, "Arena." + name);
    } else if (name.equals("allocateDirect")
        && scene.inLoop()
        && Code.isStatic(call, scene, "java.nio.ByteBuffer")) {
      scene.found(MEMORY, call, "ByteBuffer.allocateDirect");
    } else if ((name.equals("load") || name.equals("loadLibrary"))
        && (Code.isStatic(call, scene, "com.sun.jna.Native")
            || Code.isStatic(call, scene, "java.lang.System"))) {
      scene.found(MEMORY, call, Code.name(Code.scope(call)) + "." + name);
    }
  }

  private static void creation(ObjectCreationExpr creation, Scene scene) {
    if (scene.names().of(creation.getType()).is("com.sun.jna.Memory")) {
      scene.found(MEMORY, creation, "com.sun.jna.Memory");
    }
  }

  private static void count(MethodCallExpr call, Scene scene) {
    if (Code.receives(call, scene, COUNTED)
        || Code.isStatic(call, scene, "io.netty.util.ReferenceCountUtil")) {
      scene.found(COUNT, call, call.getNameAsString());
    }
  }
}
