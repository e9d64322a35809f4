package io.github.rustfit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.rustfit.rules.testing.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the rules of the house refuse what they are there to refuse. */
class HouseRulesTest {

  /** Says the unknown by a named factory. */
  record Sound(long count, List<String> names) {
    static final Sound NONE = new Sound(0, List.of());

    Sound {
      names = List.copyOf(names);
    }

    static Sound ofNames(List<String> names) {
      return new Sound(names.size(), names);
    }
  }

  /** Leaves its names out. */
  public record ShortForAll(long count, List<String> names) {
    public ShortForAll(long count) {
      this(count, List.of());
    }
  }

  /** Leaves its names out for those who stand close. */
  record ShortForNeighbours(long count, List<String> names) {
    ShortForNeighbours(long count) {
      this(count, List.of());
    }
  }

  /** Leaves its names out for itself. */
  record ShortForItself(long count, List<String> names) {
    static final ShortForItself ONE = new ShortForItself(1);

    private ShortForItself(long count) {
      this(count, List.of());
    }
  }

  /** Eleven parts. */
  record Long(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k) {}

  /** Twelve parts. */
  record TooLong(
      int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l) {}

  /** Any class may have two constructors. */
  static final class NoRecord {
    final long count;

    NoRecord() {
      this(0);
    }

    NoRecord(long count) {
      this.count = count;
    }
  }

  private static void check(ArchRule rule, Class<?>... types) {
    rule.check(new ClassFileImporter().importClasses(types));
  }

  private static List<String> violations(ArchRule rule, Class<?> type) {
    return rule.evaluate(new ClassFileImporter().importClasses(type))
        .getFailureReport()
        .getDetails();
  }

  @ParameterizedTest
  @ValueSource(classes = {ShortForAll.class, ShortForNeighbours.class, ShortForItself.class})
  void a_record_with_a_short_constructor_is_refused(Class<?> type) {
    assertThat(violations(HouseRules.RECORDS_ARE_MADE_OF_ALL_THEIR_PARTS, type))
        .containsExactly(type.getName() + " has 2 constructors");
  }

  @Test
  void a_compact_constructor_and_named_factories_are_welcome() {
    assertThatNoException()
        .isThrownBy(
            () ->
                check(
                    HouseRules.RECORDS_ARE_MADE_OF_ALL_THEIR_PARTS,
                    Sound.class,
                    NoRecord.class,
                    TooLong.class));
  }

  @Test
  void a_record_of_twelve_parts_is_refused_and_one_of_eleven_is_not() {
    assertThat(violations(HouseRules.RECORDS_HAVE_FEW_PARTS, TooLong.class))
        .containsExactly(TooLong.class.getName() + " has 12 parts");
    assertThatNoException()
        .isThrownBy(() -> check(HouseRules.RECORDS_HAVE_FEW_PARTS, Long.class, Sound.class));
  }
}
