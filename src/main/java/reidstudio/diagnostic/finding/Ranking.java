package reidstudio.diagnostic.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reidstudio.event.Certainty;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Makes one list of causes out of what many checks and rules say: what is said twice of one cause
 * becomes one finding, a symptom goes under the cause that explains it, and the most important
 * comes first.
 */
public final class Ranking {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .reversed()
          .thenComparingInt(finding -> place(finding.id()))
          .thenComparing(Finding::certainty, Comparator.reverseOrder())
          .thenComparing(Finding::id);

  private Ranking() {}

  /** The causes in {@code said}, the most important first, then what is in order. */
  public static List<Finding> of(List<Finding> said) {
    Map<String, Finding> byId = new LinkedHashMap<>();
    said.forEach(finding -> byId.merge(name(finding), finding, Ranking::merged));
    for (Finding symptom : List.copyOf(byId.values())) {
      cause(symptom, byId)
          .ifPresent(
              cause -> {
                byId.remove(symptom.id());
                byId.put(cause.id(), with(cause, symptom));
              });
    }
    return byId.values().stream().sorted(ORDER).toList();
  }

  /** Two checks that could not be made have nothing in common, whatever their id. */
  private static String name(Finding finding) {
    return finding.severity() == Severity.UNCHECKED ? finding.id() + finding.title() : finding.id();
  }

  /** The first problem in {@code byId} that explains {@code symptom} and is as sure as it. */
  private static Optional<Finding> cause(Finding symptom, Map<String, Finding> byId) {
    Optional<Fault> fault = Fault.of(symptom.id());
    if (fault.isEmpty() || !symptom.isProblem()) {
      return Optional.empty();
    }
    return byId.values().stream()
        .filter(other -> other.isProblem() && other.certainty() != Certainty.POSSIBLE)
        .filter(other -> Fault.of(other.id()).filter(f -> f.explains(fault.get())).isPresent())
        .min(ORDER);
  }

  private static Finding with(Finding cause, Finding symptom) {
    Severity worst = max(cause.severity(), symptom.severity());
    List<Evidence> evidence = new ArrayList<>(cause.evidence());
    evidence.addAll(symptom.evidence());
    return copy(cause, worst, cause.certainty(), distinct(evidence), cause.ruledOut());
  }

  /** The worse of two sayings speaks; the other adds its numbers. */
  private static Finding merged(Finding one, Finding other) {
    boolean oneSpeaks =
        Comparator.comparing(Finding::severity)
                .thenComparing(Finding::certainty)
                .compare(one, other)
            >= 0;
    Finding speaker = oneSpeaks ? one : other;
    Finding listener = oneSpeaks ? other : one;
    if (!listener.isProblem()) {
      return speaker;
    }
    List<Evidence> evidence = new ArrayList<>(speaker.evidence());
    evidence.addAll(listener.evidence());
    Set<String> ruledOut = new LinkedHashSet<>(speaker.ruledOut());
    ruledOut.addAll(listener.ruledOut());
    return new Finding(
        speaker.id(),
        speaker.severity(),
        max(one.certainty(), other.certainty()),
        speaker.title(),
        distinct(evidence),
        List.copyOf(ruledOut),
        speaker.span().or(listener::span),
        speaker.fix(),
        speaker.change().or(listener::change));
  }

  private static Finding copy(
      Finding finding,
      Severity severity,
      Certainty certainty,
      List<Evidence> evidence,
      List<String> ruledOut) {
    return new Finding(
        finding.id(),
        severity,
        certainty,
        finding.title(),
        evidence,
        ruledOut,
        finding.span(),
        finding.fix(),
        finding.change());
  }

  /** Of numbers with one name only the first, so that a table never contradicts itself. */
  private static List<Evidence> distinct(List<Evidence> evidence) {
    Map<String, Evidence> byName = new LinkedHashMap<>();
    evidence.forEach(item -> byName.putIfAbsent(item.what(), item));
    return List.copyOf(byName.values());
  }

  private static <T extends Comparable<T>> T max(T one, T other) {
    return Stream.of(one, other).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static int place(String id) {
    return Fault.of(id).map(Enum::ordinal).orElse(Fault.values().length);
  }
}
