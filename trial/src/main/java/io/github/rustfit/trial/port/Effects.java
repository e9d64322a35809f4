package io.github.rustfit.trial.port;

import java.util.Collection;
import java.util.Set;
import javax.lang.model.element.VariableElement;

/**
 * What an expression or statement changes.
 *
 * @param assigned variables that get another value
 * @param written variables whose arrays get other elements, whatever names those have meanwhile
 */
record Effects(Set<VariableElement> assigned, Set<VariableElement> written) {

  boolean none() {
    return assigned.isEmpty() && written.isEmpty();
  }

  boolean assignsAny(Collection<VariableElement> variables) {
    return variables.stream().anyMatch(assigned::contains);
  }

  boolean changesAny(Collection<VariableElement> variables) {
    return variables.stream().anyMatch(one -> assigned.contains(one) || written.contains(one));
  }
}
