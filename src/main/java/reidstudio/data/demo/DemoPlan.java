package reidstudio.data.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Who is in the data set and which pictures of whom, before any is painted. The training people
 * come in the order of their dense label 1, 2, 3, ...
 */
record DemoPlan(DemoSpec spec, List<Person> train, List<Person> test) {

  /**
   * Of this many folder numbers one is used: numbers with gaps show whether a reader maps them to
   * labels.
   */
  private static final double GAPS = 1.3;

  /** Folder numbers start here, so that none equals the dense label of its person. */
  private static final int FIRST_FOLDER = 2;

  static DemoPlan of(DemoSpec spec) {
    List<Integer> folders = folders(spec);
    List<Appearance> train =
        new AppearanceSampler(Chance.of(spec.seed(), "train"))
            .sample(spec.trainIdentities(), List.of());
    List<Appearance> test =
        new AppearanceSampler(Chance.of(spec.seed(), "test")).sample(spec.testIdentities(), train);
    return new DemoPlan(
        spec,
        people(spec, folders.subList(0, train.size()), train),
        people(spec, folders.subList(train.size(), folders.size()), test));
  }

  Stream<Person> people() {
    return Stream.concat(train.stream(), test.stream());
  }

  /** As many distinct folder numbers as there are people, in no order. */
  private static List<Integer> folders(DemoSpec spec) {
    int numbers = (int) Math.ceil(GAPS * spec.identities());
    List<Integer> shuffled = new ArrayList<>(numbers);
    SplittableRandom random = Chance.of(spec.seed(), "folders");
    for (int i = 0; i < numbers; i++) {
      shuffled.add(random.nextInt(i + 1), FIRST_FOLDER + i);
    }
    return shuffled.subList(0, spec.identities());
  }

  private static List<Person> people(
      DemoSpec spec, List<Integer> folders, List<Appearance> appearances) {
    List<Integer> ascending = folders.stream().sorted().toList();
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < ascending.size(); i++) {
      people.add(person(spec, ascending.get(i), i + 1, appearances.get(i)));
    }
    return List.copyOf(people);
  }

  private static Person person(DemoSpec spec, int folder, int source, Appearance appearance) {
    List<Shot> shots = new ArrayList<>();
    for (Medium medium : Medium.values()) {
      for (int index = 0; index < spec.perIdentity(medium); index++) {
        shots.add(Shot.of(spec, folder, source, medium, index));
      }
    }
    List<View> views =
        shots.stream().filter(s -> s.medium() == Medium.VIS).map(Shot::view).toList();
    List<String> captions =
        new CaptionWriter(appearance, Chance.of(spec.seed(), "captions", folder)).write(views);
    return new Person(folder, appearance, List.copyOf(shots), captions);
  }
}
