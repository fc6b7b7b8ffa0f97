package reidstudio.engine;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import reidstudio.batch.BatchAssembler;
import reidstudio.batch.BatchSource;
import reidstudio.batch.PictureReader;
import reidstudio.config.RunConfig;
import reidstudio.data.Dataset;
import reidstudio.diagnostic.Subject;
import reidstudio.engine.device.DeviceProbe;
import reidstudio.engine.device.EngineStart;
import reidstudio.event.RunFacts;
import reidstudio.loss.CrossEntropy;
import reidstudio.metric.protocol.Protocol;
import reidstudio.model.ReidModel;
import reidstudio.objective.LossMix;
import reidstudio.optim.Accumulation;
import reidstudio.optim.Adam;
import reidstudio.optim.ParameterTable;
import reidstudio.optim.Schedule;
import reidstudio.sampler.IdentityIndex;
import reidstudio.sampler.SamplerChoice;
import reidstudio.sampler.SamplerException;
import reidstudio.tensor.OperatorPack;
import reidstudio.tensor.Parameter;

/**
 * Everything that a run needs, built in order and closed in reverse: data, sampler, model,
 * optimizer, losses, decode threads.
 */
public final class TrainingSession implements AutoCloseable {
  private static final String OPTIMIZER = "optimizer.";

  private final RunConfig config;
  private final Dataset dataset;
  private final CaptionReading captions;
  private final SamplerChoice sampler;
  private final PictureReader pictures;
  private final BatchAssembler assembler;
  private final RetrievalTask task;
  private final DecodeThreads threads;
  private final OperatorPack pack;
  private final ReidModel model;
  private final Adam optimizer;
  private final LossMix losses;
  private final DeviceProbe.Found device;
  private final List<String> startSentences;

  /**
   * Builds a session on the engine thread.
   *
   * @throws SamplerException if the data cannot give a single batch
   * @throws IOException with one sentence if vocabulary or pretrained weights cannot be read
   * @throws IllegalArgumentException if the device is not there, or weights do not fit
   */
  public TrainingSession(RunConfig config, Dataset dataset) throws SamplerException, IOException {
    this.config = config;
    this.dataset = dataset;
    this.sampler =
        SamplerChoice.of(IdentityIndex.of(dataset.trainItems()), config.sampler(), config.seed());
    this.captions = CaptionReading.of(config.model().text(), dataset);
    this.pictures = new PictureReader(config.data());
    this.assembler =
        new BatchAssembler(dataset.trainItems(), pictures, captions.tokenizer(), config);
    this.task = RetrievalTask.of(dataset.test(), Protocol.of(dataset.layout()).get(0));
    this.device = new DeviceProbe().find(config.device());
    this.losses = new LossMix(config.loss(), config.epochs());
    this.pack = new EngineStart().load(device, config.compute());
    try {
      int words = captions.tokenizer().size();
      ModelStart start = ModelStart.of(pack, config, dataset.trainIdentities(), words);
      this.model = start.model();
      this.startSentences = start.sentences();
      this.optimizer = new Adam(pack, model.parameters(), config.optimizer());
    } catch (IOException | RuntimeException e) {
      // The pack's manager owns whatever was built on it.
      pack.close();
      throw e;
    }
    this.threads = new DecodeThreads();
  }

  /** What is known before the first step. */
  public RunFacts facts() {
    int classes = dataset.trainIdentities();
    return new RunFacts(
        config,
        classes,
        dataset.trainItems().size(),
        dataset.report().skipped(),
        sampler.sampler().size(),
        config.sampler().batchSize(),
        model.parameters().stream()
            .filter(Parameter::isTrained)
            .mapToLong(p -> p.value().size())
            .sum(),
        device.description(),
        sampler.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        CrossEntropy.chance(classes),
        CrossEntropy.floor(classes, config.loss().labelSmoothing()),
        config.loss().sdm().form().name());
  }

  /** The batches of an epoch, counted from 1, decoded ahead of use. */
  public BatchSource batches(int epoch) {
    return batches(epoch, 0);
  }

  /** As {@link #batches(int)}, without the first {@code done}; the others keep their numbers. */
  BatchSource batches(int epoch, int done) {
    List<int[]> plan = sampler.sampler().epoch(epoch - 1);
    return new BatchSource(plan, epoch, done, assembler, threads.executor());
  }

  /** The batches of all its steps, by number. */
  PlannedBatches planned() {
    return new PlannedBatches(dataset, sampler.sampler(), assembler, config.epochs());
  }

  /**
   * Every array that changes while this session trains, by name: the model's own, the optimizer's
   * under {@code optimizer.}.
   */
  Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>(model.state());
    optimizer.state().forEach((name, array) -> state.put(OPTIMIZER + name, array));
    return state;
  }

  /** Learning-rate factors for the whole run. */
  public Schedule schedule() {
    return Schedule.of(config.optimizer().schedule(), config.epochs(), sampler.sampler().size());
  }

  /** Which steps share an update of the weights. */
  public Accumulation accumulation() {
    return new Accumulation(sampler.sampler().size(), config.optimizer().accumulation());
  }

  /**
   * What a diagnosis looks at.
   *
   * @param description in words
   * @param step optimizer steps made
   */
  Subject subject(String description, long step) {
    return subject(description, step, Position.START);
  }

  /** As {@link #subject(String, long)}, of a run that stands at {@code position}. */
  Subject subject(String description, long step, Position position) {
    int epoch = 1 + (int) (step / sampler.sampler().size());
    EpochBatches batches =
        new EpochBatches(
            dataset.trainItems(), sampler.sampler().epoch(epoch - 1), epoch, assembler);
    return new Subject(
        description,
        step,
        config,
        dataset,
        sampler,
        batches,
        pack,
        model,
        optimizer,
        losses,
        schedule(),
        accumulation(),
        batches,
        position.startRank(),
        new SeededStart(pack, config, dataset, pictures, captions.tokenizer()),
        this::state);
  }

  /** Whom the model can be asked to find, by the data set's usual protocol. */
  RetrievalTask task() {
    return task;
  }

  /** Judges the model as it is when asked; {@code sink} gets all features as well. */
  Evaluator evaluator(FeatureSink sink) {
    return evaluator(task, sink);
  }

  /** As {@link #evaluator(FeatureSink)}, on another task than the usual one. */
  Evaluator evaluator(RetrievalTask other, FeatureSink sink) {
    return evaluator(other, extraction(other), sink);
  }

  /** As {@link #evaluator(RetrievalTask, FeatureSink)}, with features from {@code source}. */
  Evaluator evaluator(RetrievalTask other, FeatureSource source, FeatureSink sink) {
    return new Evaluator(pack, source, other, dataset.folder().toString(), sink);
  }

  /** Makes features of the items of {@code task}. */
  FeatureExtraction extraction(RetrievalTask task) {
    BatchAssembler testItems =
        new BatchAssembler(task.items(), pictures, captions.tokenizer(), config);
    return new FeatureExtraction(
        pack, model, testItems, threads.executor(), config.evaluation().batchSize());
  }

  TrainStep step() {
    return new TrainStep(pack, model, optimizer, losses);
  }

  /** The configuration. */
  public RunConfig config() {
    return config;
  }

  /** The data. */
  public Dataset dataset() {
    return dataset;
  }

  /** How captions are read. */
  CaptionReading captions() {
    return captions;
  }

  /** Every parameter and how it moves. */
  ParameterTable parameterTable() {
    return new ParameterTable(model.parameters(), optimizer);
  }

  /** What became of pretrained weights, and of the room for pictures. */
  List<String> startSentences() {
    return Stream.concat(startSentences.stream(), pictures.roomSentence().stream()).toList();
  }

  /** Why it does not work on the GPU that this machine has, if so. */
  Optional<String> deviceRemark() {
    return device.remark();
  }

  /** The sampler and how it was chosen. */
  public SamplerChoice sampler() {
    return sampler;
  }

  /** The operators of this session's device. */
  public OperatorPack pack() {
    return pack;
  }

  /** The model. */
  public ReidModel model() {
    return model;
  }

  /** The optimizer. */
  public Adam optimizer() {
    return optimizer;
  }

  /** The losses. */
  public LossMix losses() {
    return losses;
  }

  @Override
  public void close() {
    threads.close();
    optimizer.close();
    model.close();
    pack.close();
  }
}
