package reidstudio.diagnostic.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reidstudio.event.Certainty;
import reidstudio.event.Change;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;
import reidstudio.event.Span;

/** Gathers the numbers of a finding, then its verdict. */
public final class FindingBuilder {
  private final String id;
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<String> ruledOut = new ArrayList<>();
  private Certainty certainty = Certainty.PROVEN;
  private Optional<Span> span = Optional.empty();
  private Optional<Change> change = Optional.empty();

  /** Starts the finding {@code id}, such as {@code ce.label-range}. */
  public FindingBuilder(String id) {
    this.id = id;
  }

  /** Starts a finding about {@code fault}. */
  public FindingBuilder(Fault fault) {
    this(fault.id());
  }

  /** Adds a word beside what is expected. */
  public FindingBuilder saw(String what, Object observed, String expected) {
    evidence.add(new Evidence(what, observed.toString(), expected));
    return this;
  }

  /** Adds a count. */
  public FindingBuilder saw(String what, long observed, String expected) {
    return saw(what, Long.toString(observed), expected);
  }

  /** Adds a measured number, to four significant digits. */
  public FindingBuilder saw(String what, double observed, String expected) {
    return saw(what, (Object) number(observed), expected);
  }

  /** Marks what was seen last as out of range if {@code abnormal}. */
  public FindingBuilder abnormalIf(boolean abnormal) {
    if (abnormal) {
      int last = evidence.size() - 1;
      Evidence seen = evidence.get(last);
      evidence.set(last, Evidence.abnormal(seen.what(), seen.observed(), seen.expected()));
    }
    return this;
  }

  /** Says that it is not {@code sentence}, and which test says so. */
  public FindingBuilder ruledOut(String sentence) {
    ruledOut.add(sentence);
    return this;
  }

  /** How sure it is; {@link Certainty#PROVEN} unless said. */
  public FindingBuilder certainty(Certainty how) {
    certainty = how;
    return this;
  }

  /** In which steps it shows, and on which chart. */
  public FindingBuilder during(MetricKey key, long first, long last) {
    span = Optional.of(new Span(key, first, last));
    return this;
  }

  /** The one setting to try. */
  public FindingBuilder tryChange(String key, Object value) {
    change = Optional.of(new Change(key, value.toString()));
    return this;
  }

  /** Nothing wrong. */
  public Finding ok(String title) {
    return finding(Severity.OK, title, "");
  }

  /** Wrong or worth knowing; {@code fix} says what to change. */
  public Finding found(Severity severity, String title, String fix) {
    return finding(severity, title, fix);
  }

  private Finding finding(Severity severity, String title, String fix) {
    boolean wrong = severity.compareTo(Severity.WARNING) >= 0;
    return new Finding(
        id,
        severity,
        certainty,
        title,
        evidence,
        ruledOut,
        span,
        fix,
        wrong ? change : Optional.empty());
  }

  /** A number to four significant digits, as plain as it can be read. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < 1e7) {
      return Long.toString((long) value);
    }
    if (size >= 1e-3 && size < 1e7) {
      int decimals = Math.max(0, Math.min(6, 3 - (int) Math.floor(Math.log10(size))));
      return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
    return String.format(Locale.ROOT, "%.2e", value);
  }
}
