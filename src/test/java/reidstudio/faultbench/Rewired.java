package reidstudio.faultbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import reidstudio.batch.BatchAssembler;
import reidstudio.batch.PictureReader;
import reidstudio.data.Item;
import reidstudio.data.text.Tokenizer;
import reidstudio.engine.TrainingSession;
import reidstudio.model.ReidModel;
import reidstudio.objective.ReversedMatching;
import reidstudio.optim.Adam;
import reidstudio.sampler.IdentityIndex;
import reidstudio.sampler.SamplerChoice;
import reidstudio.sampler.SamplerException;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.RewiredPack;

/** Parts of a session that are put together wrongly. */
final class Rewired {
  private Rewired() {}

  /** The loader gives people labels that {@code change} makes of theirs. */
  static Wiring loader(IntUnaryOperator change) {
    return Wiring.of(
        session -> {
          List<Item> items = Relabelled.items(session.dataset().trainItems(), change);
          Tokenizer tokenizer = (Tokenizer) Inside.get(session, "captions.tokenizer");
          PictureReader pictures = (PictureReader) Inside.get(session, "pictures");
          Inside.set(
              session,
              "assembler",
              new BatchAssembler(items, pictures, tokenizer, session.config()));
        });
  }

  /** Modality dropout spares no modality. */
  static Wiring withoutAnchor() {
    return Wiring.of(session -> Inside.set(session, "assembler.dropout.anchor", null));
  }

  /** The sampler numbers items in another order than the loader. */
  static Wiring sampler(UnaryOperator<List<Item>> order) {
    return Wiring.of(
        session -> {
          List<Item> items = order.apply(session.dataset().trainItems());
          Inside.set(session, "sampler", choice(session, items));
        });
  }

  /** Items by name, as a file system lists them, and not by person. */
  static List<Item> byName(List<Item> items) {
    return items.stream()
        .sorted(Comparator.comparing((Item item) -> item.name()).thenComparing(Item::modality))
        .toList();
  }

  /** One modality after the other. */
  static List<Item> byModality(List<Item> items) {
    return items.stream().sorted(Comparator.comparing(Item::modality)).toList();
  }

  static UnaryOperator<List<Item>> shuffled(long seed) {
    return items -> {
      List<Item> order = new ArrayList<>(items);
      Collections.shuffle(order, new Random(seed));
      return order;
    };
  }

  private static SamplerChoice choice(TrainingSession session, List<Item> items) {
    try {
      return SamplerChoice.of(
          IdentityIndex.of(items), session.config().sampler(), session.config().seed());
    } catch (SamplerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The classifier is that of so many more people. */
  static Wiring head(int more) {
    return Wiring.of(
        session -> {
          int classes = session.dataset().trainIdentities() + more;
          Tokenizer tokenizer = (Tokenizer) Inside.get(session, "captions.tokenizer");
          OperatorPack pack = session.pack();
          session.optimizer().close();
          session.model().close();
          ReidModel model = new ReidModel(pack, session.config(), classes, tokenizer.size());
          Inside.set(session, "model", model);
          Inside.set(
              session,
              "optimizer",
              new Adam(pack, model.parameters(), session.config().optimizer()));
        });
  }

  /** What neck or classifier compute; {@code part} is {@code head} or {@code head.neck}. */
  static Wiring operators(String part, String sound, String spoiled) {
    return Wiring.of(
        session -> {
          OperatorPack pack =
              RewiredPack.of(
                  session.pack().manager().getDevice(), source -> source.replace(sound, spoiled));
          Inside.set(session.model(), part + ".pack", pack);
        });
  }

  /** SDM pushes apart what it should pull together. */
  static Wiring reversedSdm() {
    return Wiring.of(
        session -> Inside.set(session, "losses.matching", new ReversedMatching(session.config())));
  }

  /** The neck's running statistics become {@code mean} and {@code variance} in every dimension. */
  static Consumer<TrainingSession> statistics(float mean, float variance) {
    return session -> {
      fill(session, "bn_neck.bn.running_mean", mean);
      fill(session, "bn_neck.bn.running_var", variance);
    };
  }

  private static void fill(TrainingSession session, String name, float value) {
    var array = session.model().state().get(name);
    float[] values = new float[Math.toIntExact(array.size())];
    Arrays.fill(values, value);
    array.set(java.nio.FloatBuffer.wrap(values));
  }
}
