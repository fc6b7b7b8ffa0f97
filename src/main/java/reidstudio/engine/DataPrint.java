package reidstudio.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import reidstudio.data.Item;

/**
 * Fingerprint of the data that weights were trained on.
 *
 * @param labels SHA-256 of the identities in the order of their labels
 * @param vocabulary SHA-256 of the words in the order of their numbers
 * @param items SHA-256 of the names of all training items in their order
 * @param sampler how batches are drawn
 */
record DataPrint(String labels, String vocabulary, String items, String sampler) {
  static DataPrint of(TrainingSession session) {
    return new DataPrint(
        of(session.dataset().labels().identities()),
        of(session.captions().words()),
        of(session.dataset().trainItems().stream().map(Item::name).toList()),
        session.sampler().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static String of(List<String> lines) {
    return Sha256.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }
}
