package reidstudio.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** Gathers the numbers of a finding, then its verdict. */
public final class FindingBuilder {
  private final String id;
  private final List<Evidence> evidence = new ArrayList<>();

  /** Starts the finding {@code id}, such as {@code ce.label-range}. */
  public FindingBuilder(String id) {
    this.id = id;
  }

  /** Adds a count or a word beside what is expected. */
  public FindingBuilder saw(String what, Object observed, String expected) {
    evidence.add(new Evidence(what, observed.toString(), expected));
    return this;
  }

  /** Adds a measured number, to four significant digits. */
  public FindingBuilder saw(String what, double observed, String expected) {
    return saw(what, (Object) number(observed), expected);
  }

  /** Nothing wrong. */
  public Finding ok(String title) {
    return new Finding(id, Severity.OK, title, evidence, "");
  }

  /** Wrong or worth knowing; {@code fix} says what to change. */
  public Finding found(Severity severity, String title, String fix) {
    return new Finding(id, severity, title, evidence, fix);
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
