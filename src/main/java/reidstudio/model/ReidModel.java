package reidstudio.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reidstudio.config.RunConfig;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.Parameter.Role;
import reidstudio.tensor.ParameterFactory;

/**
 * The compact multi-modal model: image encoder with one patch embedding for each modality, text
 * encoder, fusion, BNNeck and a classifier without bias.
 */
public final class ReidModel implements AutoCloseable {
  /** Small, so that the first cross-entropy is ln C. */
  private static final double CLASSIFIER_DEVIATION = 0.001;

  private final OperatorPack pack;
  private final NDManager manager;
  private final ImageEncoder images;
  private final TextEncoder text;
  private final Fusion fusion;
  private final BnNeck neck;
  private final NDArray classifier;
  private final List<Parameter> parameters;

  /**
   * Builds a model with random weights from {@code config.seed()}.
   *
   * @param classes C, rows of the classifier
   * @param words size of the vocabulary
   */
  public ReidModel(OperatorPack pack, RunConfig config, int classes, int words) {
    this.pack = pack;
    this.manager = pack.manager().newSubManager();
    ParameterFactory make = new ParameterFactory(manager, config.seed());
    images = new ImageEncoder(pack, make, config.model(), config.data());
    text = new TextEncoder(pack, make, config.model(), config.data(), words);
    fusion = new Fusion(pack, make, config.model());
    neck = new BnNeck(pack, make, config.model().embedding());
    classifier =
        make.normal(
            "bn_neck.classifier.weight",
            Role.HEAD,
            CLASSIFIER_DEVIATION,
            classes,
            config.model().embedding());
    parameters = make.parameters();
  }

  /** Runs the batch with batch statistics in the neck, keeping the graph. */
  public Features train(ModelInput input) {
    return forward(input, true);
  }

  /** Runs the batch with running statistics in the neck. */
  public Features evaluate(ModelInput input) {
    return forward(input, false);
  }

  private Features forward(ModelInput input, boolean training) {
    NDList parts = new NDList();
    if (!input.pixels().isEmpty()) {
      parts.add(images.forward(input.pixels()));
    }
    input.text().ifPresent(t -> parts.add(text.forward(t.values_BxT(), t.present_BxT())));
    NDArray items = parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts, 0);
    Optional<NDArray> fused =
        input.groups().map(g -> fusion.forward(items, g.values_BxT(), g.present_BxT()));
    NDArray rows = fused.map(f -> items.concat(f, 0)).orElse(items);
    BnNeck.Normalised normalised = training ? neck.train(rows) : neck.evaluate(rows);
    NDArray logits = pack.graph("linear", normalised.rows(), classifier);
    return new Features(items, fused, normalised.rows(), logits, normalised.statistics());
  }

  /** The neck, for its expected norm. */
  public BnNeck neck() {
    return neck;
  }

  /** Classifier weight [C, D]. */
  public NDArray classifier() {
    return classifier;
  }

  /** Frobenius norm of the classifier's weight, a scalar owned by {@code owner}. */
  public NDArray classifierNorm(NDManager owner) {
    return pack.compute(owner, "norm", classifier);
  }

  /** All trainable arrays, in a fixed order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Every array that a weight file holds, by name: parameters and running statistics. */
  public Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>();
    parameters.forEach(p -> state.put(p.name(), p.value()));
    state.put("bn_neck.bn.running_mean", neck.runningMean());
    state.put("bn_neck.bn.running_var", neck.runningVariance());
    return state;
  }

  @Override
  public void close() {
    manager.close();
  }
}
