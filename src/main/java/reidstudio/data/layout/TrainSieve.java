package reidstudio.data.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;
import reidstudio.data.Skipped;

/** Keeps what training can use and reports the rest, in the same words for every layout. */
final class TrainSieve {
  private final SkipLog log;
  private final Map<String, Skipped> faults;

  /**
   * @param faults pictures that cannot be used, by name
   */
  TrainSieve(SkipLog log, Map<String, Skipped> faults) {
    this.log = log;
    this.faults = faults;
  }

  /** Whether {@code picture} can be used. */
  boolean keeps(PictureFile picture) {
    Skipped fault = faults.get(picture.name());
    if (fault != null) {
      log.add(fault);
    }
    return fault == null;
  }

  /** Those of {@code written}, the captions of a picture, that say something. */
  List<Identity.Caption> captions(String picture, List<String> written) {
    List<Identity.Caption> captions = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      if (CaptionText.saysSomething(written.get(i))) {
        captions.add(new Identity.Caption(picture, written.get(i).strip()));
      } else {
        String which = i == 0 ? picture : picture + " caption " + (i + 1);
        log.add(SkipReason.EMPTY_CAPTION, which, "");
      }
    }
    return captions;
  }

  /** Those of {@code all} that have a picture left, in their order. */
  List<Identity> usable(Collection<Identity> all) {
    List<Identity> empty = all.stream().filter(one -> one.pictures().isEmpty()).toList();
    if (!empty.isEmpty()) {
      log.note(
          "%d training identities have no usable item and get no label, first %s."
              .formatted(empty.size(), empty.get(0).name()));
    }
    return all.stream().filter(one -> !one.pictures().isEmpty()).toList();
  }
}
