package reidstudio.diagnostic.experiment;

import reidstudio.batch.HostBatch;
import reidstudio.config.GroupConfig;
import reidstudio.config.OptimizerConfig;
import reidstudio.config.OptimizerKind;
import reidstudio.config.ScheduleConfig;
import reidstudio.diagnostic.Course;
import reidstudio.diagnostic.Experiment;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.Fault;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Certainty;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.loss.CrossEntropy;
import reidstudio.tensor.Parameter;

/**
 * Can the model learn one batch by heart? With a rate that is known to work, without augmentation
 * and decay, a model that is wired rightly can, and then the fault is in data, rate or
 * regularisers; one that cannot is wired wrongly (Karpathy, "A Recipe for Training Neural
 * Networks", 2019).
 *
 * <p>The batch is asked for anew each step: a loader that mixes up rows from one time to the next
 * is one of the faults that this is to find.
 */
final class Memorise implements Experiment {
  /** TheDeepChecker (TOSEM 2022) takes 16 rows and at most 1000 steps; Adam needs fewer. */
  private static final int ROWS = 32;

  private static final int STEPS = 300;
  private static final double SECONDS = 60;

  /** At most 5 % of the rows wrong: single-batch overfitting of TheDeepChecker. */
  private static final double ACCURACY = 0.95;

  /** Of the way from chance to the floor that may be left; our own, of the same size. */
  private static final double LEFT = 0.05;

  private static final double RATE = 1e-3;

  /** Up to this width {@link #RATE} suits encoders; beyond, rates of Adam go with 1 / width. */
  private static final double WIDTH = 128;

  private final Subject subject;

  Memorise(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "learning one batch by heart";
  }

  @Override
  public Finding run(Course course) {
    if (subject.config().loss().ceWeight() == 0) {
      return new FindingBuilder(Fault.CE_SWITCHED_OFF)
          .saw("weight of cross-entropy", 0, "above 0")
          .abnormalIf(true)
          .tryChange("loss.ceWeight", 1)
          .found(
              Severity.WARNING,
              "Cross-entropy has weight 0: no batch can be learnt by heart.",
              "Set loss.ceWeight above 0 unless SDM alone is what you want.");
    }
    return StateCopy.keep(subject, copy -> learn(copy, course));
  }

  private Finding learn(StateCopy copy, Course course) {
    Budget budget = new Budget(STEPS, SECONDS);
    TrialStep step = new TrialStep(subject, rules());
    HostBatch batch = subject.variants().plain(0, ROWS);
    Seen first = step.train(batch, 1);
    Seen last = first;
    int made = 1;
    while (budget.allows(made) && last.isFinite() && !isLearnt(last)) {
      course.at(budget.used(made), progress(made, last.crossEntropy()));
      last = step.train(subject.variants().plain(0, ROWS), 1);
      made++;
    }
    return verdict(copy, batch, first, last, made, budget.wasTooShort(made));
  }

  private static String progress(int made, double crossEntropy) {
    return "step "
        + made
        + " of "
        + STEPS
        + ", cross-entropy "
        + FindingBuilder.number(crossEntropy);
  }

  private boolean isLearnt(Seen seen) {
    return seen.accuracy() >= ACCURACY && seen.crossEntropy() <= goal();
  }

  private double floor() {
    return CrossEntropy.floor(classes(), subject.config().loss().labelSmoothing());
  }

  private double goal() {
    return floor() + LEFT * (CrossEntropy.chance(classes()) - floor());
  }

  private int classes() {
    return subject.dataset().trainIdentities();
  }

  /**
   * Adam without decay. The encoders' rate falls with their width (Yang et al., "Tensor Programs
   * V", 2022), so that a pretrained one is not torn apart.
   */
  private OptimizerConfig rules() {
    double encoderRate = RATE * Math.min(1, WIDTH / subject.config().model().width());
    GroupConfig encoder = new GroupConfig(encoderRate, 0);
    GroupConfig head = new GroupConfig(RATE, 0);
    return new OptimizerConfig(
        OptimizerKind.ADAM,
        encoder,
        head,
        head,
        head,
        1,
        0.9,
        0.999,
        1e-8,
        ScheduleConfig.defaults(),
        0,
        1);
  }

  private Finding verdict(
      StateCopy copy, HostBatch batch, Seen first, Seen last, int made, boolean tooSlow) {
    double moved = copy.moved(classifierName());
    FindingBuilder finding =
        new FindingBuilder(Fault.CANNOT_MEMORISE)
            .saw("rows of the batch", batch.rows(), "")
            .saw("updates made", made, "at most " + STEPS)
            .saw(
                "accuracy at the end",
                last.accuracy(),
                "at least " + FindingBuilder.number(ACCURACY))
            .abnormalIf(!(last.accuracy() >= ACCURACY))
            .saw("cross-entropy at the start", first.crossEntropy(), "")
            .saw(
                "cross-entropy at the end",
                last.crossEntropy(),
                "at most " + FindingBuilder.number(goal()))
            .abnormalIf(!(last.crossEntropy() <= goal()))
            .saw("smallest possible value", floor(), "")
            .saw("distance that the classifier moved", moved, "above 0")
            .abnormalIf(moved == 0);
    if (!Double.isNaN(last.sdmFloor())) {
      finding
          .saw("SDM at the start", first.sdm(), "")
          .saw("SDM at the end", last.sdm(), "at least " + FindingBuilder.number(last.sdmFloor()));
    }
    if (isLearnt(last)) {
      return finding.ok("The model learns a batch by heart, so its wiring is in order.");
    }
    if (tooSlow) {
      return finding
          .certainty(Certainty.POSSIBLE)
          .found(
              Severity.UNCHECKED,
              "Time ended before the batch was learnt by heart; nobody knows whether it would be.",
              "Ask on a faster device, or with smaller pictures.");
    }
    ruleOut(finding, made, batch.rows());
    if (moved == 0) {
      return finding.found(
          Severity.ERROR,
          "The model cannot learn a single batch by heart: its classifier does not move.",
          "Run 'check ce': it names what is frozen or left out of the optimizer.");
    }
    return finding
        .certainty(Certainty.LIKELY)
        .found(
            Severity.ERROR,
            "The model cannot learn a single batch by heart: something is wired wrongly.",
            "Run 'check ce', then look at what brings rows, labels and logits together.");
  }

  private static void ruleOut(FindingBuilder finding, int made, int rows) {
    finding
        .ruledOut(
            "The learning rate: Adam's rate was " + FindingBuilder.number(RATE) + " in this trial.")
        .ruledOut("Augmentation: the pictures came as they are.")
        .ruledOut("Weight decay: it was off.")
        .ruledOut("Too few updates: " + made + " were made on the same " + rows + " rows.");
  }

  private String classifierName() {
    return subject.model().parameters().stream()
        .filter(p -> p.value() == subject.model().classifier())
        .map(Parameter::name)
        .findFirst()
        .orElseThrow();
  }
}
