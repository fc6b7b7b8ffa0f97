package reidstudio.cli;

import java.util.List;
import java.util.Locale;
import reidstudio.data.audit.Audit;
import reidstudio.data.audit.CaptionRepeats;
import reidstudio.data.audit.Copies;
import reidstudio.data.audit.SplitCounts;

/** The counts of a data set, for people. */
final class AuditText {
  private static final int NAMES = 10;

  private final Audit audit;

  AuditText(Audit audit) {
    this.audit = audit;
  }

  void appendTo(StringBuilder text) {
    line(
        text,
        "%n%-8s %-8s %8s %11s %14s",
        "split",
        "modality",
        "items",
        "identities",
        "per identity");
    for (SplitCounts counts : audit.splits()) {
      counts
          .modalities()
          .forEach(
              (modality, spread) ->
                  line(
                      text,
                      "%-8s %-8s %8d %11d %14s",
                      counts.split(),
                      modality.word(),
                      spread.items(),
                      spread.identities(),
                      spread.fewest() == spread.most()
                          ? Integer.toString(spread.most())
                          : spread.fewest() + " to " + spread.most()));
    }
    line(text, "%nPairable   %d training identities", audit.pairableIdentities());
    line(
        text,
        "Shared     %d identities are in both splits%s",
        audit.sharedIdentities().size(),
        named(audit.sharedIdentities()));
    appendCopies(text);
    appendCaptions(text);
  }

  private void appendCopies(StringBuilder text) {
    Copies copies = audit.copies();
    line(
        text,
        "Copies     %d pictures are copies of others; %d groups are said to show different people, %d are in both splits",
        copies.files(),
        copies.betweenPeople(),
        copies.betweenSplits());
    if (!copies.areHarmless()) {
      copies.groups().stream()
          .limit(NAMES)
          .forEach(group -> line(text, "  %s", String.join(" = ", group.names())));
    }
  }

  private void appendCaptions(StringBuilder text) {
    CaptionRepeats captions = audit.captions();
    if (captions.captions() > 0) {
      line(
          text,
          "Captions   %d; %d repeat one of the same identity, %d identities have but one; %d describe several identities, the commonest %d",
          captions.captions(),
          captions.repeatedWithin(),
          captions.oneOnly(),
          captions.sharedBetween(),
          captions.mostShared());
    }
  }

  private static String named(List<String> names) {
    return names.isEmpty()
        ? ""
        : ", first " + String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
