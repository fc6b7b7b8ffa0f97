package reidstudio.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import reidstudio.data.DataReport;
import reidstudio.data.Dataset;
import reidstudio.data.SkipReason;
import reidstudio.data.Skipped;
import reidstudio.data.audit.Audit;
import reidstudio.data.audit.SplitCounts;
import reidstudio.data.audit.Verified;

/** What reading a data set with all checks found. */
final class VerifyOutcome {
  private static final int EXAMPLES = 20;

  private final Dataset dataset;
  private final String foundBy;
  private final DataReport report;
  private final Audit audit;
  private final boolean passed;

  VerifyOutcome(Verified verified) {
    dataset = verified.dataset();
    foundBy = "it has " + verified.mark();
    report = verified.report();
    audit = verified.audit();
    passed = verified.passes();
  }

  Outcome outcome() {
    Document document =
        new Document()
            .text("folder", dataset.folder().toString())
            .text("layout", dataset.layout())
            .text("foundBy", foundBy)
            .text("verdict", passed ? "pass" : "fail")
            .whole("items", dataset.trainItems().size())
            .whole("skipped", report.skipped())
            .wholes("reasons", reasons())
            .objects("details", report.details().stream().map(VerifyOutcome::detail).toList())
            .texts("notes", report.notes())
            .objects("splits", audit.splits().stream().map(VerifyOutcome::split).toList())
            .whole("pairableIdentities", audit.pairableIdentities())
            .texts("sharedIdentities", audit.sharedIdentities());
    document.tree().set("copies", copies());
    document.tree().set("captions", captions());
    return new Outcome(passed ? Exit.OK : Exit.PROBLEM, document.tree(), text());
  }

  private Map<String, Integer> reasons() {
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

  private static ObjectNode split(SplitCounts counts) {
    return new Document()
        .text("split", counts.split())
        .whole("identities", counts.identities())
        .objects(
            "modalities",
            counts.modalities().entrySet().stream()
                .map(
                    entry ->
                        new Document()
                            .text("modality", entry.getKey().word())
                            .whole("items", entry.getValue().items())
                            .whole("identities", entry.getValue().identities())
                            .whole("fewest", entry.getValue().fewest())
                            .whole("most", entry.getValue().most())
                            .tree())
                .toList())
        .tree();
  }

  private ObjectNode copies() {
    return new Document()
        .whole("files", audit.copies().files())
        .whole("betweenPeople", audit.copies().betweenPeople())
        .whole("betweenSplits", audit.copies().betweenSplits())
        .texts(
            "examples",
            audit.copies().groups().stream()
                .limit(EXAMPLES)
                .map(group -> String.join(" = ", group.names()))
                .toList())
        .tree();
  }

  private ObjectNode captions() {
    return new Document()
        .whole("captions", audit.captions().captions())
        .whole("repeatedWithin", audit.captions().repeatedWithin())
        .whole("oneOnly", audit.captions().oneOnly())
        .whole("sharedBetween", audit.captions().sharedBetween())
        .whole("mostShared", audit.captions().mostShared())
        .tree();
  }

  private static String word(SkipReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    text.append(dataset.folder()).append('\n');
    text.append("Layout     ").append(dataset.layout()).append(" (").append(foundBy).append(")\n");
    text.append(dataset.trainItems().size()).append(" training items were found, ");
    text.append(report.skipped()).append(" cannot be used\n");
    report.detailLines().forEach(line -> text.append("  ").append(line).append('\n'));
    int more = report.skipped() - report.details().size();
    if (more > 0) {
      text.append("  and ").append(more).append(" more\n");
    }
    report.notes().forEach(note -> text.append(note).append('\n'));
    new AuditText(audit).appendTo(text);
    text.append(passed ? "Nothing speaks against it.\n" : "See what is named above.\n");
    return text.toString();
  }
}
