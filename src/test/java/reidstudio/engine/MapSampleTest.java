package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.event.ModalityDistance;
import reidstudio.metric.protocol.Protocol;

class MapSampleTest {
  /** Six people with one picture in the gallery and two infrared queries each. */
  private static RetrievalTask task() {
    List<Item> items = new ArrayList<>();
    List<RetrievalTask.Entry> gallery = new ArrayList<>();
    List<RetrievalTask.Entry> queries = new ArrayList<>();
    List<RetrievalTask.Entry> pairs = new ArrayList<>();
    List<String> people = new ArrayList<>();
    for (int person = 0; person < 6; person++) {
      people.add("p" + person);
      for (int i = 0; i < 3; i++) {
        String name = person + "-" + i + ".png";
        Modality modality = i == 0 ? Modality.VIS : Modality.NIR;
        items.add(new Item.Picture(Item.UNLABELLED, modality, Path.of("/d", name), name));
        (i == 0 ? gallery : queries)
            .add(new RetrievalTask.Entry(person, 0, new int[] {3 * person + i}));
      }
      pairs.add(new RetrievalTask.Entry(person, 0, new int[] {3 * person + 1, 3 * person + 2}));
    }
    return new RetrievalTask(
        Protocol.ORBENCH,
        items,
        gallery,
        List.of(
            new RetrievalTask.Setting("nir", queries, List.of()),
            new RetrievalTask.Setting("nir+cp", pairs, List.of())),
        people,
        "");
  }

  private static MapSample.Drawn drawn(int most) {
    RetrievalTask task = task();
    MapSample sample = new MapSample(task, most);
    task.gallery()
        .forEach(
            entry -> sample.offer(new EncodingPlan.Target(EncodingPlan.GALLERY, entry), at(1)));
    for (int set = 0; set < 2; set++) {
      for (RetrievalTask.Entry entry : task.settings().get(set).queries()) {
        sample.offer(new EncodingPlan.Target(set, entry), at(-1));
      }
    }
    return sample.draw();
  }

  private static float[] at(float place) {
    return new float[] {place, 2, 0};
  }

  @Test
  void singleItemsOfAllPeopleWhereThereIsRoom() {
    MapSample.Drawn drawn = drawn(18);
    assertThat(drawn.map().size()).isEqualTo(18);
    assertThat(drawn.geometry().points()).isEqualTo(18);
    assertThat(drawn.geometry().ofPoints()).isEqualTo(18);
    assertThat(drawn.geometry().width()).isEqualTo(3);
    assertThat(drawn.map().items()).startsWith(0, 3, 6).doesNotHaveDuplicates();
    assertThat(drawn.geometry().distances())
        .extracting(ModalityDistance::modality)
        .containsExactly("nir");
    // all in one place within a modality: an island without width
    assertThat(drawn.geometry().distances().get(0).gap()).isGreaterThan(1e3);
  }

  @Test
  void everyNthPersonWithAllThatShowsThem() {
    assertThat(drawn(17).map().identities()).containsOnly(0, 2, 4).hasSize(9);
    assertThat(drawn(8).map().identities()).containsOnly(0, 3).hasSize(6);
    assertThat(drawn(1).map().identities()).containsOnly(0).hasSize(3);
    assertThat(drawn(17).geometry().ofPoints()).isEqualTo(18);
  }

  /** Where both directions are searched, a picture is query and gallery. */
  @Test
  void whatIsOfferedTwiceIsOnePoint() {
    RetrievalTask task = task();
    MapSample sample = new MapSample(task, 18);
    for (int set = EncodingPlan.GALLERY; set < 1; set++) {
      for (RetrievalTask.Entry entry : task.gallery()) {
        sample.offer(new EncodingPlan.Target(set, entry), at(1));
      }
    }
    assertThat(sample.draw().map().items()).hasSize(6).doesNotHaveDuplicates();
  }
}
