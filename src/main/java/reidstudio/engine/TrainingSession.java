package reidstudio.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import reidstudio.batch.BatchAssembler;
import reidstudio.batch.BatchSource;
import reidstudio.batch.HostBatch;
import reidstudio.batch.PictureReader;
import reidstudio.config.RunConfig;
import reidstudio.data.Dataset;
import reidstudio.data.text.Vocabulary;
import reidstudio.data.text.WordTokenizer;
import reidstudio.diagnostic.Subject;
import reidstudio.event.RunFacts;
import reidstudio.loss.CrossEntropy;
import reidstudio.model.ReidModel;
import reidstudio.objective.LossMix;
import reidstudio.optim.Accumulation;
import reidstudio.optim.Adam;
import reidstudio.optim.Schedule;
import reidstudio.sampler.IdentityIndex;
import reidstudio.sampler.SamplerChoice;
import reidstudio.sampler.SamplerException;
import reidstudio.tensor.OperatorPack;

/**
 * Everything that a run needs, built in order and closed in reverse: data, sampler, model,
 * optimizer, losses, decode threads.
 */
public final class TrainingSession implements AutoCloseable {
  private final RunConfig config;
  private final Dataset dataset;
  private final Vocabulary vocabulary;
  private final SamplerChoice sampler;
  private final BatchAssembler assembler;
  private final DecodeThreads threads;
  private final OperatorPack pack;
  private final ReidModel model;
  private final Adam optimizer;
  private final LossMix losses;
  private final DeviceProbe.Found device;

  /**
   * Builds a session on the engine thread.
   *
   * @throws SamplerException if the data cannot give a single batch
   * @throws IllegalArgumentException if the device is not there
   */
  public TrainingSession(RunConfig config, Dataset dataset) throws SamplerException {
    this.config = config;
    this.dataset = dataset;
    this.sampler =
        SamplerChoice.of(IdentityIndex.of(dataset.trainItems()), config.sampler(), config.seed());
    this.vocabulary = Vocabulary.of(dataset.trainCaptions());
    this.assembler =
        new BatchAssembler(
            dataset.trainItems(),
            new PictureReader(config.data()),
            new WordTokenizer(vocabulary),
            config);
    this.device = new DeviceProbe().find(config.device());
    this.threads = new DecodeThreads();
    this.losses = new LossMix(config.loss(), config.epochs());
    this.pack = OperatorPack.load(device.device());
    try {
      this.model = new ReidModel(pack, config, dataset.trainIdentities(), vocabulary.size());
      this.optimizer = new Adam(pack, model.parameters(), config.optimizer());
    } catch (RuntimeException e) {
      // The pack's manager owns whatever was built on it.
      pack.close();
      throw e;
    }
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
        model.parameters().stream().mapToLong(p -> p.value().size()).sum(),
        device.description(),
        sampler.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        CrossEntropy.chance(classes),
        CrossEntropy.floor(classes, config.loss().labelSmoothing()),
        config.loss().sdm().form().name());
  }

  /** The batches of an epoch, counted from 1, decoded ahead of use. */
  public BatchSource batches(int epoch) {
    List<int[]> plan = sampler.sampler().epoch(epoch - 1);
    return new BatchSource(plan, epoch, assembler, threads.executor());
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
    int epoch = 1 + (int) (step / sampler.sampler().size());
    List<int[]> plan = sampler.sampler().epoch(epoch - 1);
    return new Subject(
        description,
        step,
        config,
        dataset,
        sampler,
        number -> assembleNow(plan.get(number % plan.size()), epoch, number),
        pack,
        model,
        optimizer,
        losses,
        schedule(),
        accumulation());
  }

  private HostBatch assembleNow(int[] plan, int epoch, int number) {
    try {
      return assembler.assemble(plan, epoch, number);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
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

  /** Words that captions are read with. */
  public Vocabulary vocabulary() {
    return vocabulary;
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
