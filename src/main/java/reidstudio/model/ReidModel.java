package reidstudio.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reidstudio.config.RunConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.ParameterFactory;
import reidstudio.tensor.StartValues;

/**
 * The multi-modal model: image encoder with one patch embedding for each modality, text encoder,
 * fusion, neck and classifier. What each of them is, from a compact one to CLIP ViT-B/16 with
 * adapters, says the configuration.
 */
public final class ReidModel implements AutoCloseable {
  private final NDManager manager;
  private final ImageEncoder images;
  private final TextEncoder text;
  private final Fusion fusion;
  private final ClassifierHead head;
  private final List<Parameter> parameters;

  /** Builds a model with random weights from {@code config.seed()}. */
  public ReidModel(OperatorPack pack, RunConfig config, int classes, int words) {
    this(pack, config, classes, words, StartValues.RANDOM);
  }

  /**
   * Builds a model.
   *
   * @param classes C, rows of the classifier
   * @param words size of the vocabulary
   * @param start what does not start at random
   * @throws IllegalArgumentException if values do not fit, or a parameter would be frozen at random
   */
  public ReidModel(OperatorPack pack, RunConfig config, int classes, int words, StartValues start) {
    this.manager = pack.manager().newSubManager();
    try {
      Freezing freezing = new Freezing(config.model());
      ParameterFactory make = new ParameterFactory(manager, config.seed(), start, freezing);
      images = new ImageEncoder(pack, make, config);
      text = TextEncoder.of(pack, make, config, words);
      fusion = Fusion.of(pack, make, config);
      head =
          new ClassifierHead(
              pack, make, config.model().neck(), classes, config.model().embedding());
      parameters = make.parameters();
      freezing.check(parameters);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /** Runs the batch with batch statistics in the neck, keeping the graph. */
  public Features train(ModelInput input) {
    return forward(input, true);
  }

  /** Runs the batch with running statistics in the neck. */
  public Features evaluate(ModelInput input) {
    return forward(input, false);
  }

  /** Encodes items for retrieval: what is compared, without neck, classifier or groups. */
  public EncodedItems encode(ModelInput input) {
    List<Encoded> parts = encoded(input);
    return new EncodedItems(FusionInput.of(joined(parts), parts, input));
  }

  /** Fuses groups of encoded items; returns [G, D], what is compared of a fused query. */
  public NDArray fuse(EncodedItems items, ModelInput.Padded groups) {
    return fusion.forward(items.forFusion(), groups);
  }

  private List<Encoded> encoded(ModelInput input) {
    List<Encoded> parts = new ArrayList<>();
    if (!input.pixels().isEmpty()) {
      parts.add(images.forward(input.pixels()));
    }
    input.text().ifPresent(captions -> parts.add(text.forward(captions)));
    return parts;
  }

  private Features forward(ModelInput input, boolean training) {
    List<Encoded> parts = encoded(input);
    NDArray items = joined(parts);
    Optional<NDArray> fused =
        input.groups().map(g -> fusion.forward(FusionInput.of(items, parts, input), g));
    NDArray rows = fused.map(f -> items.concat(f, 0)).orElse(items);
    ClassifierHead.Scores scores =
        training ? head.train(rows, input.dropoutSeed()) : head.evaluate(rows);
    return new Features(items, fused, scores.neck(), scores.logits(), scores.statistics());
  }

  private static NDArray joined(List<Encoded> parts) {
    if (parts.size() == 1) {
      return parts.get(0).features();
    }
    return NDArrays.concat(new NDList(parts.stream().map(Encoded::features).toList()), 0);
  }

  /** Takes over the neck's running statistics of a step that is applied. */
  public void commit(Features step) {
    step.statistics().ifPresent(next -> head.neck().ifPresent(neck -> neck.commit(next)));
  }

  /** Norm that rows after the neck have by its own gain and bias; empty without a neck. */
  public Optional<NDArray> expectedNorm(NDManager owner) {
    return head.neck().map(neck -> neck.expectedNorm(owner));
  }

  /** Classifier weight [C, D]. */
  public NDArray classifier() {
    return head.weight();
  }

  /** Frobenius norm of the classifier's weight, a scalar owned by {@code owner}. */
  public NDArray classifierNorm(NDManager owner) {
    return head.norm(owner);
  }

  /** All parameters, frozen ones included, in a fixed order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Every array that a weight file holds, by name: parameters and running statistics. */
  public Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>();
    parameters.forEach(p -> state.put(p.name(), p.value()));
    head.neck()
        .ifPresent(
            neck -> {
              state.put("bn_neck.bn.running_mean", neck.runningMean());
              state.put("bn_neck.bn.running_var", neck.runningVariance());
            });
    return state;
  }

  @Override
  public void close() {
    manager.close();
  }
}
