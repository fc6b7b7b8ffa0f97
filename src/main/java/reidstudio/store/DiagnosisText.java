package reidstudio.store;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reidstudio.event.CheckKind;
import reidstudio.event.DiagnosisReport;
import reidstudio.event.Evidence;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/** A diagnosis as text for people: the verdict, then each finding with its numbers and its fix. */
public final class DiagnosisText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private final ZoneId zone;

  /** Writes times as they are in {@code zone}. */
  public DiagnosisText(ZoneId zone) {
    this.zone = zone;
  }

  /** The whole report, lines ended by {@code \n}. */
  public String text(DiagnosisReport report) {
    StringBuilder text = new StringBuilder();
    text.append(title(report.check())).append(": ").append(verdict(report)).append('\n');
    text.append("Looked at: ").append(report.subject()).append('\n');
    text.append("Ended:     ").append(TIME.format(report.at().atZone(zone))).append('\n');
    return text.append(findings(report.findings())).toString();
  }

  /** How many findings there are of each kind, then each, lines ended by {@code \n}. */
  public static String findings(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    text.append("Findings:  ").append(counts(findings)).append('\n');
    findings.forEach(finding -> append(finding, text));
    return text.toString();
  }

  private static String title(CheckKind check) {
    return switch (check) {
      case CE -> "Cross-entropy diagnosis";
      case SAMPLING -> "Sampling diagnosis";
      case NORM -> "Norm diagnosis";
      case ALL -> "Full diagnosis";
      case MEMORISE -> "Experiment: learn one batch by heart";
      case RATE_RANGE -> "Experiment: learning-rate range";
      case LABEL_AGREEMENT -> "Experiment: label and picture agreement";
      case AUGMENTATION -> "Experiment: augmentation on and off";
      case TRAIN_EVAL -> "Experiment: training and evaluation mode";
      case SECOND_SEED -> "Experiment: other seeds";
    };
  }

  private static String verdict(DiagnosisReport report) {
    if (report.cancelled()) {
      boolean problem = report.findings().stream().anyMatch(Finding::isProblem);
      return (problem ? "FAIL so far" : "UNKNOWN") + " (cancelled, checks are missing)";
    }
    return report.passed() ? "PASS" : "FAIL";
  }

  private static String counts(List<Finding> findings) {
    List<String> counts = new ArrayList<>();
    counts.add(number(count(findings, Severity.ERROR), "error"));
    counts.add(number(count(findings, Severity.WARNING), "warning"));
    counts.add(number(count(findings, Severity.INFO), "note"));
    counts.add(count(findings, Severity.OK) + " in order");
    long unchecked = count(findings, Severity.UNCHECKED);
    if (unchecked > 0) {
      counts.add(unchecked + " could not be made");
    }
    return String.join(", ", counts);
  }

  private static String number(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }

  private static void append(Finding finding, StringBuilder text) {
    text.append('\n').append(mark(finding.severity())).append(' ').append(finding.title());
    text.append("  (").append(finding.id()).append(")\n");
    int name = width(finding.evidence().stream().map(Evidence::what).toList());
    int number = width(finding.evidence().stream().map(Evidence::observed).toList());
    for (Evidence item : finding.evidence()) {
      String line =
          (item.isAbnormal() ? "        ! " : "          ")
              + padded(item.what(), name)
              + "  "
              + padded(item.observed(), number);
      String expected = item.expected().isEmpty() ? "" : "  expected " + item.expected();
      text.append((line + expected).stripTrailing()).append('\n');
    }
    for (String sentence : finding.ruledOut()) {
      text.append("          Ruled out: ").append(sentence).append('\n');
    }
    if (!finding.fix().isEmpty()) {
      text.append("          Fix: ").append(finding.fix()).append('\n');
    }
    finding
        .change()
        .ifPresent(change -> text.append("          Try: --set ").append(change).append('\n'));
  }

  private static String mark(Severity severity) {
    return switch (severity) {
      case OK -> "[ok]     ";
      case INFO -> "[note]   ";
      case UNCHECKED -> "[UNKNOWN]";
      case WARNING -> "[WARNING]";
      case ERROR -> "[ERROR]  ";
    };
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(text -> text.codePointCount(0, text.length())).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.codePointCount(0, text.length()));
  }
}
