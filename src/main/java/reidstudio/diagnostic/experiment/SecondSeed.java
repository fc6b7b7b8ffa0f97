package reidstudio.diagnostic.experiment;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reidstudio.batch.HostBatch;
import reidstudio.diagnostic.Course;
import reidstudio.diagnostic.Experiment;
import reidstudio.diagnostic.FreshStart;
import reidstudio.diagnostic.Subject;
import reidstudio.diagnostic.finding.FindingBuilder;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.loss.CrossEntropy;

/**
 * Is it luck? The run's configuration from its own seed and from two others, each from the first
 * step on for the same short course: as many steps, through the run's whole schedule of rates at
 * that pace. What such courses differ by, no setting has caused.
 */
final class SecondSeed implements Experiment {
  private static final int SEEDS = 3;

  /** Of each course; fewer where steps take long. */
  private static final int STEPS = 120;

  /** Of each course, as far as the first steps can tell. */
  private static final double SECONDS = 28;

  /** Of each course, if steps become slower than the first ones: three of them stay below 120. */
  private static final double MOST_SECONDS = 36;

  private static final int TIMED_STEPS = 3;
  private static final double NANOS = 1e9;

  /** Fewer tell nothing. */
  private static final int FEWEST_STEPS = 12;

  /** The first and the last quarter of a course are compared. */
  private static final int PART = 4;

  private final Subject subject;

  SecondSeed(Subject subject) {
    this.subject = subject;
  }

  @Override
  public String doing() {
    return "short courses that differ by their seed alone";
  }

  @Override
  public Finding run(Course course) {
    List<List<Seen>> courses = new ArrayList<>();
    List<Double> pairable = new ArrayList<>();
    StateCopy.keep(
        subject,
        copy -> {
          int steps = affordable(course);
          for (int i = 0; i < SEEDS; i++) {
            List<Seen> seen = new ArrayList<>();
            pairable.add(train(i, new Budget(steps, MOST_SECONDS), seen, course));
            courses.add(seen);
          }
          return steps;
        });
    return finding(courses, pairable);
  }

  /** The first step of all is none of the fastest and is not timed. */
  private int affordable(Course course) {
    try (FreshStart.Start start = subject.fresh().with(seed(0))) {
      TrialStep step = new TrialStep(subject, subject.config().optimizer());
      long begun = 0;
      for (int i = 0; i <= TIMED_STEPS; i++) {
        course.at(0, "how long a step takes");
        step.train(start.batches().batch(i), 1);
        begun = i == 0 ? System.nanoTime() : begun;
      }
      double seconds = (System.nanoTime() - begun) / NANOS / TIMED_STEPS;
      return (int) Math.max(1, Math.min(STEPS, SECONDS / seconds));
    }
  }

  /** One course; returns its mean pairable ratio. */
  private double train(int number, Budget budget, List<Seen> seen, Course course) {
    double pairable = 0;
    course.at(number / (double) SEEDS, "first weights from seed " + seed(number));
    try (FreshStart.Start start = subject.fresh().with(seed(number))) {
      begin(start);
      TrialStep step = new TrialStep(subject, subject.config().optimizer());
      while (budget.allows(seen.size())) {
        int made = seen.size();
        course.at(
            (number + budget.used(made)) / SEEDS,
            "step " + (made + 1) + " of " + budget.steps() + " with seed " + seed(number));
        HostBatch batch = start.batches().batch(made);
        pairable += batch.pairing().pairableRatio();
        seen.add(step.train(batch, factor(made, budget.steps())));
      }
    }
    return pairable / seen.size();
  }

  /** Weights and running statistics; the moments are the trial's to reset. */
  private void begin(FreshStart.Start start) {
    Map<String, NDArray> first = start.model().state();
    subject
        .model()
        .state()
        .forEach((name, array) -> subject.pack().run("assign", array, first.get(name)));
  }

  /** Of the run's schedule, all of it within {@code steps}. */
  private double factor(int made, int steps) {
    long total = subject.schedule().totalSteps();
    return subject.schedule().factor(Math.max(1, Math.round(total * (made + 1.0) / (steps + 1.0))));
  }

  private long seed(int number) {
    return subject.config().seed() + number;
  }

  private Finding finding(List<List<Seen>> courses, List<Double> pairable) {
    int steps = courses.stream().mapToInt(List::size).min().orElse(0);
    FindingBuilder finding =
        new FindingBuilder(SeedSpread.ID)
            .saw("courses, each from a seed of its own", courses.size(), "")
            .saw("steps of each", steps, "at least " + FEWEST_STEPS);
    if (steps < FEWEST_STEPS || courses.stream().anyMatch(c -> c.size() != steps)) {
      return finding.found(
          Severity.UNCHECKED,
          "Time ended before the courses were long enough to be compared.",
          "Ask on a faster device, or with smaller pictures.");
    }
    List<SeedOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < courses.size(); i++) {
      List<Seen> first = courses.get(i).subList(0, Math.max(1, steps / PART / PART));
      List<Seen> last = courses.get(i).subList(steps - steps / PART, steps);
      outcomes.add(
          new SeedOutcome(
              seed(i),
              crossEntropy(first),
              crossEntropy(last),
              sdm(first),
              sdm(last),
              pairable.get(i)));
    }
    double chance = CrossEntropy.chance(subject.dataset().trainIdentities());
    return new SeedSpread(outcomes, chance).finding(finding);
  }

  private static double crossEntropy(List<Seen> steps) {
    return steps.stream().mapToDouble(Seen::crossEntropy).average().orElseThrow();
  }

  private static double sdm(List<Seen> steps) {
    return steps.stream().mapToDouble(Seen::sdm).average().orElseThrow();
  }
}
