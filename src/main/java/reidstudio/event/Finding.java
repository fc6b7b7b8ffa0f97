package reidstudio.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The outcome of one check or rule.
 *
 * @param id stable id of the cause, such as {@code ce.classifier-frozen}
 * @param severity {@link Severity#OK} if nothing is wrong
 * @param certainty how sure it is
 * @param title one sentence that says what was found
 * @param evidence the numbers that it rests on
 * @param ruledOut causes that it is not, one sentence each, with the test that says so
 * @param span the steps in which it shows; empty if it was seen outside of any step
 * @param fix what to change; empty where nothing is to be done
 * @param change the one setting to try; empty where no setting helps
 */
public record Finding(
    String id,
    Severity severity,
    Certainty certainty,
    String title,
    List<Evidence> evidence,
    List<String> ruledOut,
    Optional<Span> span,
    String fix,
    Optional<Change> change) {
  public Finding {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(certainty, "certainty");
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(change, "change");
    evidence = List.copyOf(evidence);
    ruledOut = List.copyOf(ruledOut);
  }

  /** What was measured on the thing itself, with nothing more to say. */
  public Finding(String id, Severity severity, String title, List<Evidence> evidence, String fix) {
    this(
        id,
        severity,
        Certainty.PROVEN,
        title,
        evidence,
        List.of(),
        Optional.empty(),
        fix,
        Optional.empty());
  }

  /** Whether something is wrong. */
  public boolean isProblem() {
    return severity.compareTo(Severity.WARNING) >= 0;
  }

  /** The same with every text for people replaced. */
  public Finding worded(UnaryOperator<String> words) {
    return new Finding(
        id,
        severity,
        certainty,
        words.apply(title),
        evidence.stream()
            .map(
                each ->
                    new Evidence(
                        words.apply(each.what()),
                        words.apply(each.observed()),
                        words.apply(each.expected()),
                        each.isAbnormal()))
            .toList(),
        ruledOut.stream().map(words).toList(),
        span,
        words.apply(fix),
        change);
  }
}
