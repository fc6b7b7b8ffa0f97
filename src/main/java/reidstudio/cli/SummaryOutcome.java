package reidstudio.cli;

import java.util.stream.Collectors;
import reidstudio.command.DatasetSummary;

/** A data set in numbers, as the outcome of a verb. */
final class SummaryOutcome {
  Outcome of(DatasetSummary summary) {
    Document document =
        new Document()
            .text("folder", summary.folder().toString())
            .text("layout", summary.layout())
            .text("foundBy", summary.foundBy())
            .whole("trainIdentities", summary.trainIdentities())
            .whole("testIdentities", summary.testIdentities())
            .wholes("trainItems", summary.trainItems())
            .whole("pairableIdentities", summary.pairableIdentities())
            .whole("skipped", summary.skipped())
            .texts("problems", summary.problems());
    return new Outcome(Exit.OK, document.tree(), text(summary));
  }

  private static String text(DatasetSummary summary) {
    String items =
        summary.trainItems().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    StringBuilder text = new StringBuilder();
    text.append("Folder     ").append(summary.folder()).append('\n');
    text.append("Layout     ").append(summary.layout());
    if (!summary.foundBy().isEmpty()) {
      text.append(" (").append(summary.foundBy()).append(')');
    }
    text.append('\n');
    text.append("Identities ").append(summary.trainIdentities()).append(" to train, ");
    text.append(summary.testIdentities()).append(" to test, ");
    text.append(summary.pairableIdentities()).append(" with visible and other items\n");
    text.append("Items      ").append(items).append('\n');
    text.append("Skipped    ").append(summary.skipped()).append('\n');
    summary.problems().forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }
}
