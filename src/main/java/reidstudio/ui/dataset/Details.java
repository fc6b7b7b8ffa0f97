package reidstudio.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reidstudio.data.SkipReason;
import reidstudio.data.Skipped;
import reidstudio.data.audit.AuditedPicture;
import reidstudio.data.audit.CaptionRepeats;
import reidstudio.data.audit.CopyGroup;
import reidstudio.data.audit.IdentityItems;
import reidstudio.data.audit.LabelAudit;
import reidstudio.data.audit.Verified;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Messages;

/** The lines below a card, in the language of now. */
final class Details {
  private final Messages messages;
  private final EngineWords words;

  Details(Messages messages, EngineWords words) {
    this.messages = messages;
    this.words = words;
  }

  /** What is to be said of {@code topic}; the counts of {@link Topic#CONTENTS} are a table. */
  List<Detail> of(Topic topic, Verified verified) {
    return switch (topic) {
      case CONTENTS -> List.of();
      case PAIRS -> unpaired(verified);
      case SHARED -> shared(verified);
      case FILES -> skipped(verified, Verdicts.FILES).toList();
      case ANNOTATIONS ->
          Stream.concat(skipped(verified, Verdicts.ANNOTATIONS), notes(verified)).toList();
      case COPIES -> verified.audit().copies().groups().stream().map(this::copies).toList();
      case CAPTIONS ->
          Stream.concat(
                  skipped(verified, Set.of(SkipReason.EMPTY_CAPTION)),
                  verified.audit().captions().examples().stream().map(this::repeat))
              .toList();
      case LABELS -> labels(verified);
    };
  }

  /** How many more there are than lines are kept for. */
  int more(Topic topic, Verified verified) {
    Set<SkipReason> reasons =
        switch (topic) {
          case FILES -> Verdicts.FILES;
          case ANNOTATIONS -> Verdicts.ANNOTATIONS;
          case SHARED -> Set.of(SkipReason.SPLIT_OVERLAP);
          case CAPTIONS -> Set.of(SkipReason.EMPTY_CAPTION);
          default -> Set.of();
        };
    int all = reasons.stream().mapToInt(verified.report()::count).sum();
    int more = all - (int) skipped(verified, reasons).count();
    return topic == Topic.COPIES
        ? verified.audit().copies().groupCount() - verified.audit().copies().groups().size()
        : more;
  }

  private List<Detail> unpaired(Verified verified) {
    return verified.people().stream()
        .filter(person -> person.isTraining() && !person.isPairable())
        .map(
            person ->
                new Detail(
                    person.identity(),
                    messages.get("dataset.only", counts(person)),
                    "",
                    person.identity()))
        .toList();
  }

  /** Such as “visible 4 · NIR 2”. */
  String counts(IdentityItems person) {
    return Stream.of(reidstudio.data.Modality.values())
        .filter(modality -> person.count(modality) > 0)
        .map(
            modality ->
                messages.get(
                    "dataset.count",
                    messages.get("retrieval.short." + modality.word()),
                    person.count(modality)))
        .collect(Collectors.joining(" · "));
  }

  private List<Detail> shared(Verified verified) {
    Stream<Detail> left =
        verified.audit().sharedIdentities().stream()
            .map(identity -> new Detail(identity, messages.get("dataset.in-both"), "", identity));
    return Stream.concat(left, skipped(verified, Set.of(SkipReason.SPLIT_OVERLAP))).toList();
  }

  private Stream<Detail> skipped(Verified verified, Set<SkipReason> reasons) {
    return verified.report().details().stream()
        .filter(skipped -> reasons.contains(skipped.reason()))
        .map(this::skipped);
  }

  private Detail skipped(Skipped skipped) {
    String reason = messages.of("dataset.reason", skipped.reason());
    return new Detail(
        skipped.name(),
        skipped.detail().isEmpty()
            ? reason
            : messages.get("dataset.reason.detail", reason, words.of(skipped.detail())),
        skipped.name(),
        "");
  }

  private Stream<Detail> notes(Verified verified) {
    return verified.report().notes().stream()
        .map(note -> Detail.plain(messages.get("dataset.note"), words.of(note)));
  }

  private Detail copies(CopyGroup group) {
    String names = String.join(" = ", group.names());
    int more = group.files() - group.pictures().size();
    String people =
        group.pictures().stream()
            .map(AuditedPicture::identity)
            .distinct()
            .limit(6)
            .collect(Collectors.joining(", "));
    String kind =
        group.betweenSplits()
            ? "dataset.copies.kind.splits"
            : group.betweenPeople() ? "dataset.copies.kind.people" : "dataset.copies.kind.one";
    AuditedPicture first = group.pictures().get(0);
    return new Detail(
        more == 0 ? names : messages.get("dataset.and-more", names, more),
        messages.get(kind, people),
        first.name(),
        first.identity());
  }

  private Detail repeat(CaptionRepeats.Repeat repeat) {
    String people = String.join(", ", repeat.identities());
    return new Detail(
        repeat.text(),
        messages.get(
            repeat.people() > 1 ? "dataset.captions.of-several" : "dataset.captions.of-one",
            repeat.times(),
            repeat.people(),
            repeat.people() > repeat.identities().size() ? people + ", …" : people),
        "",
        repeat.identities().get(0));
  }

  private List<Detail> labels(Verified verified) {
    LabelAudit labels = verified.audit().labels();
    List<Detail> lines = new ArrayList<>();
    labels.gaps().forEach(gap -> lines.add(Detail.plain(gap, messages.get("dataset.gap"))));
    List<String> identities = verified.dataset().labels().identities();
    for (int label = 0; label < identities.size(); label++) {
      String identity = identities.get(label);
      lines.add(
          new Detail(
              identity, messages.get("dataset.label", Integer.toString(label)), "", identity));
    }
    return lines;
  }
}
