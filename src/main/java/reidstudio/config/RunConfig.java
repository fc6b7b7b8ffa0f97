package reidstudio.config;

import java.util.regex.Pattern;

/**
 * All that defines a run; the same configuration, data and machine give the same run.
 *
 * @param schemaVersion version of this record's shape in files, now {@value #SCHEMA_VERSION}
 * @param name short name, part of the run folder's name
 * @param seed start of every random sequence of the run
 * @param device {@code auto}, {@code cpu} or {@code cuda:N}
 * @param epochs passes over the data
 * @param data pictures and captions
 * @param model encoder
 * @param loss what is minimised
 * @param sampler how batches are drawn
 * @param optimizer how weights move
 * @param compute how numbers are computed
 * @param checkpoint when the state is kept
 * @param evaluation when the model is judged on people it was not trained with
 * @param diagnosis how a check judges
 */
public record RunConfig(
    int schemaVersion,
    String name,
    long seed,
    String device,
    @Range(min = 1, max = 100_000) int epochs,
    DataConfig data,
    ModelConfig model,
    LossConfig loss,
    SamplerConfig sampler,
    OptimizerConfig optimizer,
    ComputeConfig compute,
    CheckpointConfig checkpoint,
    EvaluationConfig evaluation,
    DiagnosisConfig diagnosis) {
  /** The version that this program writes. */
  public static final int SCHEMA_VERSION = 2;

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");
  private static final Pattern DEVICE = Pattern.compile("auto|cpu|cuda(:\\d{1,2})?");

  public RunConfig {
    new Checks(RunConfig.class)
        .that(
            schemaVersion == SCHEMA_VERSION,
            "schemaVersion",
            "is " + schemaVersion + ", this program reads " + SCHEMA_VERSION)
        .that(
            name != null && NAME.matcher(name).matches(),
            "name",
            "is '" + name + "', allowed are 1 to 60 letters, digits, '.', '_' and '-'")
        .that(
            device != null && DEVICE.matcher(device).matches(),
            "device",
            "is '" + device + "', allowed are auto, cpu, cuda and cuda:N")
        .range("epochs", epochs)
        .that(
            data == null
                || model == null
                || (data.imageHeight() % model.patch() == 0
                    && data.imageWidth() % model.patch() == 0),
            "model.patch",
            "must divide data.imageHeight and data.imageWidth")
        .done();
  }

  /** The same with another seed. */
  public RunConfig withSeed(long other) {
    return new RunConfig(
        schemaVersion,
        name,
        other,
        device,
        epochs,
        data,
        model,
        loss,
        sampler,
        optimizer,
        compute,
        checkpoint,
        evaluation,
        diagnosis);
  }

  /** The run that one click starts. */
  public static RunConfig defaults() {
    return new RunConfig(
        SCHEMA_VERSION,
        "demo",
        42,
        "auto",
        24,
        DataConfig.defaults(),
        ModelConfig.defaults(),
        LossConfig.defaults(),
        SamplerConfig.defaults(),
        OptimizerConfig.defaults(),
        ComputeConfig.defaults(),
        CheckpointConfig.defaults(),
        EvaluationConfig.defaults(),
        DiagnosisConfig.defaults());
  }
}
