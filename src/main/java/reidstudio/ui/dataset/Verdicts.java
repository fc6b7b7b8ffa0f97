package reidstudio.ui.dataset;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import reidstudio.data.DataReport;
import reidstudio.data.SkipReason;
import reidstudio.data.audit.Audit;
import reidstudio.data.audit.CaptionRepeats;
import reidstudio.data.audit.Copies;
import reidstudio.data.audit.LabelAudit;
import reidstudio.data.audit.SplitCounts;
import reidstudio.data.audit.Verified;
import reidstudio.event.Severity;

/** Judges what was found out about a data folder, topic by topic. */
final class Verdicts {
  /** Reasons that lie in the files themselves. */
  static final Set<SkipReason> FILES =
      EnumSet.of(
          SkipReason.MISSING_FILE,
          SkipReason.EMPTY_FILE,
          SkipReason.BROKEN_PICTURE,
          SkipReason.UNDECODABLE,
          SkipReason.UNREADABLE,
          SkipReason.OUTSIDE_FOLDER);

  /** Reasons that lie in how the set is written down. */
  static final Set<SkipReason> ANNOTATIONS =
      EnumSet.of(
          SkipReason.UNKNOWN_MODALITY,
          SkipReason.MISPLACED,
          SkipReason.UNANNOTATED,
          SkipReason.MALFORMED_ENTRY);

  /** Below it, SDM finds too few pairs; as on the card beside the charts. */
  private static final double PAIRABLE = 0.8;

  /** Own choice: what is lost or repeated of fewer items changes no result. */
  private static final double MANY = 0.01;

  /** Own choice: where more captions describe several people, text cannot tell them apart. */
  private static final double MANY_CAPTIONS = 0.1;

  private final Verified verified;
  private final Audit audit;
  private final DataReport report;

  private Verdicts(Verified verified) {
    this.verified = verified;
    this.audit = verified.audit();
    this.report = verified.report();
  }

  /** A card for each topic, the worst first. */
  static List<TopicCard> of(Verified verified) {
    Verdicts verdicts = new Verdicts(verified);
    return Stream.of(
            verdicts.contents(),
            verdicts.pairs(),
            verdicts.shared(),
            verdicts.files(),
            verdicts.annotations(),
            verdicts.copies(),
            verdicts.captions(),
            verdicts.labels())
        .sorted(
            Comparator.comparingInt((TopicCard card) -> grade(card.verdict()))
                .thenComparing(TopicCard::topic))
        .toList();
  }

  /** 0 is worst. */
  static int grade(Severity verdict) {
    return switch (verdict) {
      case ERROR -> 0;
      case WARNING -> 1;
      case UNCHECKED -> 2;
      case INFO, OK -> 3;
    };
  }

  private TopicCard contents() {
    int train = verified.dataset().trainItems().size();
    int tested = verified.dataset().testIdentities();
    int modalities = audit.splits().get(0).modalities().size();
    return tested == 0
        ? card(
            Topic.CONTENTS,
            Severity.WARNING,
            train,
            "no-test",
            audit.labels().identities(),
            modalities)
        : card(
            Topic.CONTENTS,
            Severity.OK,
            train,
            "fine",
            audit.labels().identities(),
            modalities,
            tested);
  }

  private TopicCard pairs() {
    int pairable = audit.pairableIdentities();
    int all = audit.labels().identities();
    if (pairable == 0) {
      return card(Topic.PAIRS, Severity.ERROR, 0, "none");
    }
    boolean enough = pairable >= PAIRABLE * all;
    return card(
        Topic.PAIRS,
        enough ? Severity.OK : Severity.WARNING,
        pairable,
        pairable == all ? "all" : enough ? "fine" : "few",
        all - pairable,
        all,
        pairable);
  }

  private TopicCard shared() {
    int left = audit.sharedIdentities().size();
    int taken = report.count(SkipReason.SPLIT_OVERLAP);
    if (left > 0) {
      return card(Topic.SHARED, Severity.ERROR, left, "left", left);
    }
    if (taken > 0) {
      return card(Topic.SHARED, Severity.WARNING, taken, "taken-out", taken);
    }
    boolean tests = verified.dataset().testIdentities() > 0;
    return card(Topic.SHARED, Severity.OK, 0, tests ? "fine" : "no-test");
  }

  private TopicCard files() {
    int lost = count(FILES);
    if (lost > 0) {
      return card(Topic.FILES, gravity(lost), lost, verified.decoded() ? "lost" : "lost-so-far");
    }
    return verified.decoded()
        ? card(Topic.FILES, Severity.OK, 0, "fine")
        : card(Topic.FILES, Severity.UNCHECKED, 0, "unchecked");
  }

  private TopicCard annotations() {
    int left = count(ANNOTATIONS);
    int notes = report.notes().size();
    if (left > 0) {
      return card(Topic.ANNOTATIONS, gravity(left), left, "left-out", notes);
    }
    return card(Topic.ANNOTATIONS, Severity.OK, 0, notes > 0 ? "notes" : "fine", notes);
  }

  private TopicCard copies() {
    Copies copies = audit.copies();
    int people = copies.betweenPeople();
    if (!verified.decoded()) {
      return card(Topic.COPIES, Severity.UNCHECKED, 0, "unchecked");
    }
    if (copies.betweenSplits() > 0) {
      return card(
          Topic.COPIES, Severity.ERROR, copies.files(), "splits", copies.betweenSplits(), people);
    }
    if (people > 0) {
      return card(Topic.COPIES, Severity.ERROR, copies.files(), "people", people);
    }
    if (copies.files() == 0) {
      return card(Topic.COPIES, Severity.OK, 0, "fine");
    }
    Severity verdict = copies.files() >= MANY * pictures() ? Severity.WARNING : Severity.OK;
    return card(
        Topic.COPIES, verdict, copies.files(), "one-person", copies.groupCount(), copies.files());
  }

  private TopicCard captions() {
    CaptionRepeats captions = audit.captions();
    int empty = report.count(SkipReason.EMPTY_CAPTION);
    if (captions.captions() + empty == 0) {
      return card(Topic.CAPTIONS, Severity.OK, 0, "none");
    }
    if (empty > 0) {
      return card(Topic.CAPTIONS, gravity(empty), empty, "empty", captions.captions(), empty);
    }
    int shared = captions.sharedBetween();
    if (shared > MANY_CAPTIONS * captions.captions()) {
      return card(
          Topic.CAPTIONS, Severity.WARNING, shared, "shared", shared, captions.mostShared());
    }
    int within = captions.repeatedWithin();
    if (within > MANY_CAPTIONS * captions.captions()) {
      return card(Topic.CAPTIONS, Severity.WARNING, within, "repeated", within, captions.oneOnly());
    }
    return card(Topic.CAPTIONS, Severity.OK, captions.captions(), "fine", shared, within);
  }

  private TopicCard labels() {
    LabelAudit labels = audit.labels();
    String says =
        !labels.numbered()
            ? "names"
            : labels.isDense() ? "dense" : labels.missing() > 0 ? "gaps" : "shifted";
    return card(
        Topic.LABELS,
        Severity.OK,
        labels.identities(),
        says,
        labels.identities() - 1,
        labels.first(),
        labels.last(),
        labels.missing());
  }

  private int count(Set<SkipReason> reasons) {
    return reasons.stream().mapToInt(report::count).sum();
  }

  private Severity gravity(int lost) {
    return lost >= MANY * items() ? Severity.ERROR : Severity.WARNING;
  }

  private int items() {
    return audit.splits().stream().mapToInt(Verdicts::items).sum() + report.skipped();
  }

  private int pictures() {
    return verified.people().stream()
        .mapToInt(person -> person.items().size() - person.count(reidstudio.data.Modality.TEXT))
        .sum();
  }

  private static int items(SplitCounts split) {
    return split.modalities().values().stream().mapToInt(SplitCounts.Spread::items).sum();
  }

  private static TopicCard card(
      Topic topic, Severity verdict, long number, String says, Object... arguments) {
    String key = "dataset." + topic.name().toLowerCase(java.util.Locale.ROOT) + "." + says;
    return new TopicCard(topic, verdict, number, key, List.of(arguments));
  }
}
