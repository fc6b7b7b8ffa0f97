package reidstudio.event;

import java.util.List;
import java.util.Objects;

/**
 * The outcome of one check.
 *
 * @param id stable id such as {@code ce.classifier-frozen}
 * @param severity {@link Severity#OK} if the check found nothing wrong
 * @param title one sentence that says what was found
 * @param evidence the numbers that it rests on
 * @param fix what to change; empty where nothing is to be done
 */
public record Finding(
    String id, Severity severity, String title, List<Evidence> evidence, String fix) {
  public Finding {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(severity, "severity");
    evidence = List.copyOf(evidence);
  }
}
