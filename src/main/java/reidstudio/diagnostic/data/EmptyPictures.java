package reidstudio.diagnostic.data;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reidstudio.config.DataConfig;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.image.Augmentation;
import reidstudio.data.image.ImageDecoder;
import reidstudio.data.image.Rgb;
import reidstudio.diagnostic.Check;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;

/**
 * Are there pictures that count as real and show nothing: of one colour, or one placeholder file
 * under the names of many people? They teach that everybody looks the same.
 */
final class EmptyPictures implements Check {
  /** Of each modality; decoding takes a few milliseconds. */
  private static final int MOST = 60;

  /** Deviation of a channel below which a picture has one colour. */
  private static final double EMPTY = 1e-6;

  private static final double ERROR_SHARE = 0.01;

  private final Subject subject;

  EmptyPictures(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "pictures that show nothing";
  }

  @Override
  public Finding run() {
    FindingBuilder finding = new FindingBuilder(Fault.EMPTY_COUNTED_REAL);
    DataConfig config = subject.config().data();
    ImageDecoder decoder = new ImageDecoder(config.imageWidth(), config.imageHeight());
    Augmentation pixels = new Augmentation(config);
    double worst = 0;
    Map<String, Set<Integer>> labelsByContent = new HashMap<>();
    int looked = 0;
    int unreadable = 0;
    for (Modality modality : Modality.values()) {
      List<Item.Picture> sample = sample(modality);
      int empty = 0;
      for (Item.Picture picture : sample) {
        try {
          empty += isEmpty(decoder.decode(picture.file()), modality, pixels) ? 1 : 0;
          labelsByContent
              .computeIfAbsent(FileBytes.print(picture.file()), content -> new HashSet<>())
              .add(picture.label());
        } catch (IOException e) {
          unreadable++;
        }
      }
      if (!sample.isEmpty()) {
        looked += sample.size();
        worst = Math.max(worst, empty / (double) sample.size());
        finding
            .saw("pictures of " + modality.word() + " with one colour", empty, "0")
            .abnormalIf(empty > 0);
      }
    }
    long shared = labelsByContent.values().stream().filter(labels -> labels.size() > 1).count();
    finding
        .saw("pictures looked at", looked, "up to " + MOST + " of each modality")
        .saw("pictures that cannot be read", unreadable, "0")
        .abnormalIf(unreadable > 0)
        .saw("files that several people share byte by byte", Long.toString(shared), "0")
        .abnormalIf(shared > 0);
    return verdict(finding, worst, shared, looked);
  }

  private static Finding verdict(FindingBuilder finding, double empty, long shared, int looked) {
    String fix =
        "Take these pictures out of the data set, so that what is missing counts as missing.";
    if (empty > ERROR_SHARE || shared > ERROR_SHARE * looked) {
      return finding.found(
          Severity.ERROR, "Pictures that show nobody are counted as real ones.", fix);
    }
    if (empty > 0 || shared > 0) {
      return finding.found(
          Severity.WARNING, "A few pictures that show nobody are counted as real ones.", fix);
    }
    return finding.ok("Every picture that was looked at shows something of its own.");
  }

  private List<Item.Picture> sample(Modality modality) {
    return EvenSample.of(
        subject.dataset().trainItems().stream()
            .filter(item -> item.modality() == modality)
            .filter(Item.Picture.class::isInstance)
            .map(Item.Picture.class::cast)
            .toList(),
        MOST);
  }

  private static boolean isEmpty(Rgb picture, Modality modality, Augmentation pixels) {
    FloatBuffer values = FloatBuffer.allocate(Augmentation.floats(picture));
    pixels.plain(picture, modality, values, 0);
    return ChannelMoments.of(List.of(values), picture.width() * picture.height()).stream()
        .allMatch(channel -> channel.deviation() < EMPTY);
  }
}
