package io.github.rustfit.capture.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts the probe into a method: at its begin, before each return, and around all of it. One local
 * variable is added, behind all there are, so that nothing is moved.
 */
final class ProbedMethod extends MethodVisitor {

  private static final String PROBE = ProbeClass.INTERNAL_NAME;
  private static final String OBJECT = "java/lang/Object";

  private final Site site;
  private final String owner;
  private final int call;
  private final Type[] parameters;
  private final Type result;
  private final Label body = new Label();
  private final Label end = new Label();
  private final Label last = new Label();

  /**
   * @param owner internal name of the class
   * @param locals how many local variables the method has as it is
   */
  ProbedMethod(MethodVisitor next, Site site, String owner, int locals) {
    super(Opcodes.ASM9, next);
    this.site = site;
    this.owner = owner;
    this.call = locals;
    this.parameters = Type.getArgumentTypes(site.descriptor());
    this.result = Type.getReturnType(site.descriptor());
  }

  private void probe(String method, String descriptor) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBE, method, descriptor, false);
  }

  private void number(int value) {
    if (value <= Short.MAX_VALUE) {
      super.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      super.visitLdcInsn(value);
    }
  }

  @Override
  public void visitCode() {
    super.visitCode();
    number(site.id());
    sum("length");
    sum("bytes");
    probe("enter", "(IJJ)L" + OBJECT + ";");
    super.visitVarInsn(Opcodes.ASTORE, call);
    if (site.whyNot().isEmpty()) {
      super.visitVarInsn(Opcodes.ALOAD, call);
      super.visitJumpInsn(Opcodes.IFNULL, body);
      super.visitVarInsn(Opcodes.ALOAD, call);
      arguments();
      probe("arguments", "(L" + OBJECT + ";[L" + OBJECT + ";)V");
    }
    super.visitLabel(body);
    if (site.whyNot().isEmpty()) {
      frame(List.of(), first());
    }
    // The method may begin with a frame of its own.
    super.visitInsn(Opcodes.NOP);
  }

  private void sum(String of) {
    int local = site.isStatic() ? 0 : 1;
    boolean any = false;
    for (Type type : parameters) {
      if (type.getSort() >= Type.ARRAY && Values.plain(type.getDescriptor())) {
        super.visitVarInsn(Opcodes.ALOAD, local);
        size(of, type);
        if (any) {
          super.visitInsn(Opcodes.LADD);
        }
        any = true;
      }
      local += type.getSize();
    }
    // Fields count for the size of a call, and not for what crosses.
    for (Site.Held field : of.equals("length") ? site.fields() : List.<Site.Held>of()) {
      Type type = Type.getType(field.descriptor());
      if (type.getSort() >= Type.ARRAY) {
        read(field);
        size(of, type);
        if (any) {
          super.visitInsn(Opcodes.LADD);
        }
        any = true;
      }
    }
    if (!any) {
      super.visitInsn(Opcodes.LCONST_0);
    }
  }

  private void size(String of, Type type) {
    boolean nested = type.getSort() == Type.ARRAY && type.getDimensions() > 1;
    probe(of, "(" + (nested ? "L" + OBJECT + ";" : type.getDescriptor()) + ")J");
  }

  private void read(Site.Held field) {
    super.visitVarInsn(Opcodes.ALOAD, 0);
    super.visitFieldInsn(Opcodes.GETFIELD, owner, field.name(), field.descriptor());
  }

  private void arguments() {
    number(parameters.length + site.fields().size());
    super.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT);
    int local = site.isStatic() ? 0 : 1;
    for (int i = 0; i < parameters.length; i++) {
      Type type = parameters[i];
      super.visitInsn(Opcodes.DUP);
      number(i);
      super.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
      boxed(type);
      super.visitInsn(Opcodes.AASTORE);
      local += type.getSize();
    }
    for (int i = 0; i < site.fields().size(); i++) {
      Site.Held field = site.fields().get(i);
      super.visitInsn(Opcodes.DUP);
      number(parameters.length + i);
      read(field);
      boxed(Type.getType(field.descriptor()));
      super.visitInsn(Opcodes.AASTORE);
    }
  }

  private void boxed(Type type) {
    String box = box(type.getSort());
    if (!box.isEmpty()) {
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          box,
          "valueOf",
          "(" + type.getDescriptor() + ")L" + box + ";",
          false);
    }
  }

  private static String box(int sort) {
    return switch (sort) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.BYTE -> "java/lang/Byte";
      case Type.CHAR -> "java/lang/Character";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      case Type.DOUBLE -> "java/lang/Double";
      default -> "";
    };
  }

  /** Types of local variables when the method begins, as a frame has them. */
  private List<Object> first() {
    List<Object> locals = new ArrayList<>();
    if (!site.isStatic()) {
      locals.add(owner);
    }
    for (Type type : parameters) {
      locals.add(
          switch (type.getSort()) {
            case Type.LONG -> Opcodes.LONG;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            case Type.ARRAY, Type.OBJECT -> type.getInternalName();
            default -> Opcodes.INTEGER;
          });
    }
    return locals;
  }

  /** A frame with the call behind whatever local variables there are. */
  private void frame(List<Object> stack, List<Object> before) {
    List<Object> locals = new ArrayList<>(before);
    int used = 0;
    for (Object type : before) {
      used += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
    }
    locals.addAll(Collections.nCopies(call - used, Opcodes.TOP));
    locals.add(OBJECT);
    super.visitFrame(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.size(), stack.toArray());
  }

  @Override
  public void visitFrame(int kind, int locals, Object[] types, int depth, Object[] stack) {
    // Arrays may be longer than what they hold.
    frame(Arrays.asList(stack).subList(0, depth), Arrays.asList(types).subList(0, locals));
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      left();
    }
    super.visitInsn(opcode);
  }

  private void left() {
    boolean plain = Values.plain(result.getDescriptor());
    if (result.getSort() == Type.VOID) {
      super.visitVarInsn(Opcodes.ALOAD, call);
      probe("left", "(L" + OBJECT + ";)V");
    } else if (plain && result.getSort() >= Type.ARRAY) {
      super.visitInsn(Opcodes.DUP);
      super.visitVarInsn(Opcodes.ALOAD, call);
      number(site.id());
      probe("left", "(L" + OBJECT + ";L" + OBJECT + ";I)V");
    } else if (plain) {
      super.visitInsn(result.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
      super.visitVarInsn(Opcodes.ALOAD, call);
      String type =
          box(result.getSort()).matches(".*(Long|Float|Double)") ? result.getDescriptor() : "I";
      probe("left", "(" + type + "L" + OBJECT + ";)V");
    }
  }

  @Override
  public void visitMaxs(int stack, int locals) {
    super.visitLabel(end);
    frame(List.of("java/lang/Throwable"), List.of());
    super.visitTryCatchBlock(body, end, end, null);
    super.visitInsn(Opcodes.DUP);
    super.visitVarInsn(Opcodes.ALOAD, call);
    number(site.id());
    probe("threw", "(Ljava/lang/Throwable;L" + OBJECT + ";I)V");
    super.visitInsn(Opcodes.ATHROW);
    super.visitLabel(last);
    super.visitMaxs(Math.max(stack + 4, 10), call + 1);
  }

  /** How long the code is, once the class is written. */
  int length() {
    return last.getOffset();
  }
}
