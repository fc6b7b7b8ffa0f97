package reidstudio.diagnostic.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reidstudio.data.Item;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Do captions describe pictures, or is one repeated for all of an identity's? A caption that never
 * varies is learnt by heart as a name, and nobody new can be found by text.
 */
final class CaptionVariety implements Check {
  private static final double MOST_REPEATED = 0.5;
  private static final double MOST_BLANK = 0.01;

  private final Subject subject;

  CaptionVariety(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "captions of each identity";
  }

  @Override
  public Finding run() {
    List<Item.Caption> captions =
        subject.dataset().trainItems().stream()
            .filter(Item.Caption.class::isInstance)
            .map(Item.Caption.class::cast)
            .toList();
    Map<Integer, Integer> count = new HashMap<>();
    Map<Integer, Set<String>> texts = new HashMap<>();
    int blank = 0;
    for (Item.Caption caption : captions) {
      count.merge(caption.label(), 1, Integer::sum);
      texts.computeIfAbsent(caption.label(), l -> new HashSet<>()).add(caption.text().strip());
      blank += caption.text().isBlank() ? 1 : 0;
    }
    long several = count.values().stream().filter(n -> n > 1).count();
    long repeated =
        texts.entrySet().stream()
            .filter(entry -> count.get(entry.getKey()) > 1 && entry.getValue().size() == 1)
            .count();
    FindingBuilder finding =
        new FindingBuilder(Fault.CAPTIONS_ALIKE)
            .saw("captions", captions.size(), "")
            .saw("blank captions", blank, "0")
            .abnormalIf(blank > 0)
            .saw(
                "identities whose captions are all the same",
                Long.toString(repeated),
                "few of " + several)
            .abnormalIf(repeated > MOST_REPEATED * several);
    if (blank > MOST_BLANK * captions.size()) {
      return finding.found(
          Severity.ERROR,
          "Captions without a word are counted as real ones.",
          "Take them out of the annotation file.");
    }
    if (repeated > MOST_REPEATED * several) {
      return finding
          .certainty(Certainty.LIKELY)
          .ruledOut("Not identities with a single caption: they are not counted.")
          .found(
              Severity.WARNING,
              "Most identities have one caption for all of their pictures.",
              "Give each picture a caption of its own; check that the reader does not take the"
                  + " first one for all.");
    }
    return finding.ok("Captions vary from picture to picture.");
  }
}
