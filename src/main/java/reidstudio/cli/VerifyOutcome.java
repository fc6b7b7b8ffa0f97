package reidstudio.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import reidstudio.data.DataReport;
import reidstudio.data.Dataset;
import reidstudio.data.SkipReason;
import reidstudio.data.Skipped;

/** What reading a data set with all checks found. */
final class VerifyOutcome {
  /**
   * The outcome.
   *
   * @param report what reading and decoding left out
   */
  Outcome of(Dataset dataset, DataReport report) {
    boolean passed = report.skipped() == 0;
    Document document =
        new Document()
            .text("folder", dataset.folder().toString())
            .text("layout", dataset.layout())
            .text("verdict", passed ? "pass" : "fail")
            .whole("items", dataset.trainItems().size())
            .whole("skipped", report.skipped())
            .wholes("reasons", reasons(report))
            .objects("details", report.details().stream().map(VerifyOutcome::detail).toList())
            .texts("notes", report.notes());
    return new Outcome(passed ? Exit.OK : Exit.PROBLEM, document.tree(), text(dataset, report));
  }

  private static Map<String, Integer> reasons(DataReport report) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    report.counts().forEach((reason, count) -> reasons.put(word(reason), count));
    return reasons;
  }

  private static ObjectNode detail(Skipped skipped) {
    return new Document()
        .text("name", skipped.name())
        .text("reason", word(skipped.reason()))
        .text("detail", skipped.detail())
        .tree();
  }

  private static String word(SkipReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(Dataset dataset, DataReport report) {
    StringBuilder text = new StringBuilder();
    text.append(dataset.folder()).append(" (").append(dataset.layout()).append(")\n");
    text.append(dataset.trainItems().size()).append(" training items were found, ");
    text.append(report.skipped()).append(" cannot be used\n");
    report.detailLines().forEach(line -> text.append("  ").append(line).append('\n'));
    int more = report.skipped() - report.details().size();
    if (more > 0) {
      text.append("  and ").append(more).append(" more\n");
    }
    report.notes().forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }
}
