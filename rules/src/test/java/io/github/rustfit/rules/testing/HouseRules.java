package io.github.rustfit.rules.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** What holds in every module; needs ArchUnit on the class path. */
public final class HouseRules {

  /** More parts than these are groups of parts: nobody tells the ninth of twelve from the tenth. */
  public static final int MOST_PARTS = 11;

  private static final DescribedPredicate<JavaClass> RECORDS =
      DescribedPredicate.describe("are records", JavaClass::isRecord);

  /**
   * A record is made of all its parts. A second constructor, of whatever visibility, fills in what
   * its caller does not know, and when the record gets another part, facts are lost silently.
   */
  public static final ArchRule RECORDS_ARE_MADE_OF_ALL_THEIR_PARTS =
      classes()
          .that(RECORDS)
          .should(
              new ArchCondition<>("have no constructor but the canonical one") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  int constructors = type.getConstructors().size();
                  String message = type.getName() + " has " + constructors + " constructors";
                  events.add(new SimpleConditionEvent(type, constructors == 1, message));
                }
              })
          .because("a short constructor loses facts; a named factory says what it states");

  /** A record of more than {@value #MOST_PARTS} parts is to be made of named groups of them. */
  public static final ArchRule RECORDS_HAVE_FEW_PARTS =
      classes()
          .that(RECORDS)
          .should(
              new ArchCondition<>("have no more than " + MOST_PARTS + " parts") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  int parts =
                      type.getConstructors().stream()
                          .map(JavaConstructor::getRawParameterTypes)
                          .mapToInt(List::size)
                          .max()
                          .orElse(0);
                  String message = type.getName() + " has " + parts + " parts";
                  events.add(new SimpleConditionEvent(type, parts <= MOST_PARTS, message));
                }
              })
          .because("arguments in a long row are easily swapped");

  private HouseRules() {}
}
