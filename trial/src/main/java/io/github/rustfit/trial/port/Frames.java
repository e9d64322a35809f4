package io.github.rustfit.trial.port;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code break}, {@code continue} and {@code yield} leave. */
final class Frames {

  /** What stands around a statement in Rust. */
  enum Kind {
    /** A loop. */
    LOOP,
    /** The part of a loop that {@code continue} ends, where something is done after it. */
    ROUND,
    /** A block with a label: a switch, or a labelled statement. */
    BLOCK,
    /** A switch that gives a value. */
    VALUE
  }

  /** One of them. */
  static final class Frame {
    private final Kind kind;
    private final Tree tree;
    private final String label;
    private boolean used;

    private Frame(Kind kind, Tree tree, String label) {
      this.kind = kind;
      this.tree = tree;
      this.label = label;
    }

    /** The label before it, with its colon; empty if nothing asks for it. */
    String prefix() {
      return used ? label + ": " : "";
    }

    boolean used() {
      return used;
    }

    private String name() {
      used = true;
      return label;
    }
  }

  private final Deque<Frame> open = new ArrayDeque<>();
  private final Naming labels = new Naming();
  private final Deque<LabeledStatementTree> pending = new ArrayDeque<>();

  Frames() {
    labels.take("static");
  }

  /** Opens one; {@code name} is a hint. */
  Frame open(Kind kind, Tree tree, String name) {
    String wanted = name;
    if (kind == Kind.LOOP) {
      for (LabeledStatementTree one : pending) {
        wanted = one.getStatement() == tree ? Naming.snake(one.getLabel().toString()) : wanted;
      }
    }
    Frame frame = new Frame(kind, tree, "'" + labels.unused(wanted));
    open.push(frame);
    return frame;
  }

  void close() {
    open.pop();
  }

  /** The statement of a label, which is the label's too. */
  void label(LabeledStatementTree tree) {
    pending.push(tree);
  }

  void unlabel() {
    pending.pop();
  }

  private Tree target(@Nullable CharSequence label, boolean loopsOnly) {
    if (label != null) {
      for (LabeledStatementTree one : pending) {
        if (one.getLabel().contentEquals(label)) {
          Tree inner = one.getStatement();
          while (inner instanceof LabeledStatementTree next) {
            inner = next.getStatement();
          }
          return inner;
        }
      }
    }
    for (Frame frame : open) {
      boolean fits =
          frame.kind == Kind.LOOP
              || (!loopsOnly && frame.kind == Kind.BLOCK && frame.tree instanceof SwitchTree);
      if (fits) {
        return frame.tree;
      }
    }
    throw new IllegalStateException("nothing to leave");
  }

  private Frame frame(Kind kind, Tree tree) {
    return find(kind, tree).orElseThrow();
  }

  private Optional<Frame> find(Kind kind, Tree tree) {
    return open.stream().filter(one -> one.kind == kind && one.tree == tree).findFirst();
  }

  String breaking(BreakTree tree) {
    Tree target = target(tree.getLabel(), false);
    Frame frame = find(Kind.LOOP, target).orElseGet(() -> frame(Kind.BLOCK, target));
    boolean innermost = frame.kind == Kind.LOOP && open.peek() == frame;
    return innermost ? "break;" : "break " + frame.name() + ";";
  }

  String continuing(ContinueTree tree) {
    Tree target = target(tree.getLabel(), true);
    Optional<Frame> round = find(Kind.ROUND, target);
    if (round.isPresent()) {
      return "break " + round.get().name() + ";";
    }
    Frame loop = frame(Kind.LOOP, target);
    return open.peek() == loop ? "continue;" : "continue " + loop.name() + ";";
  }

  /** A value of the innermost switch that gives one. */
  String yielding(String value) {
    for (Frame frame : open) {
      if (frame.kind == Kind.VALUE) {
        return "break " + frame.name() + " " + value + ";";
      }
    }
    throw new IllegalStateException("no switch to give a value to");
  }

  /** Whether a case is one of the innermost switch that gives a value. */
  boolean innermostValueHas(CaseTree one) {
    for (Frame frame : open) {
      if (frame.kind == Kind.VALUE) {
        return ((SwitchExpressionTree) frame.tree).getCases().contains(one);
      }
    }
    return false;
  }

  /** Whether something in a loop continues it. */
  boolean continues(Tree loop, Tree body) {
    Set<String> labels = new HashSet<>();
    for (LabeledStatementTree one : pending) {
      Tree inner = one.getStatement();
      while (inner instanceof LabeledStatementTree next) {
        inner = next.getStatement();
      }
      if (inner == loop) {
        labels.add(one.getLabel().toString());
      }
    }
    boolean[] found = new boolean[1];
    new TreeScanner<@Nullable Void, Boolean>() {
      @Override
      public @Nullable Void visitContinue(ContinueTree tree, Boolean own) {
        found[0] |= tree.getLabel() == null ? own : labels.contains(tree.getLabel().toString());
        return null;
      }

      @Override
      public @Nullable Void visitForLoop(ForLoopTree tree, Boolean own) {
        return super.visitForLoop(tree, false);
      }

      @Override
      public @Nullable Void visitWhileLoop(WhileLoopTree tree, Boolean own) {
        return super.visitWhileLoop(tree, false);
      }

      @Override
      public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, Boolean own) {
        return super.visitDoWhileLoop(tree, false);
      }

      @Override
      public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, Boolean own) {
        return super.visitEnhancedForLoop(tree, false);
      }
    }.scan(body, true);
    return found[0];
  }

  /** Whether something in a switch leaves it. */
  static boolean breaks(Iterable<? extends Tree> parts) {
    boolean[] found = new boolean[1];
    new TreeScanner<@Nullable Void, Boolean>() {
      @Override
      public @Nullable Void visitBreak(BreakTree tree, Boolean own) {
        found[0] |= tree.getLabel() == null && own;
        return null;
      }

      @Override
      public @Nullable Void visitSwitch(SwitchTree tree, Boolean own) {
        return super.visitSwitch(tree, false);
      }

      @Override
      public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, Boolean own) {
        return super.visitSwitchExpression(tree, false);
      }

      @Override
      public @Nullable Void visitForLoop(ForLoopTree tree, Boolean own) {
        return super.visitForLoop(tree, false);
      }

      @Override
      public @Nullable Void visitWhileLoop(WhileLoopTree tree, Boolean own) {
        return super.visitWhileLoop(tree, false);
      }

      @Override
      public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, Boolean own) {
        return super.visitDoWhileLoop(tree, false);
      }

      @Override
      public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, Boolean own) {
        return super.visitEnhancedForLoop(tree, false);
      }
    }.scan(parts, true);
    return found[0];
  }
}
