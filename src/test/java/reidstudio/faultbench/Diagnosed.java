package reidstudio.faultbench;

import java.util.List;
import java.util.Set;
import reidstudio.event.Finding;

/**
 * What the doctor said.
 *
 * @param findings at the end, the most important first
 * @param live ids of all problems that the live rules named on the way
 * @param seconds that it took, training included
 * @param failure why a run ended early; empty if it did not
 */
record Diagnosed(List<Finding> findings, Set<String> live, double seconds, String failure) {
  /** Ids of problems, the most important first. */
  List<String> problems() {
    return findings.stream().filter(Finding::isProblem).map(Finding::id).toList();
  }
}
