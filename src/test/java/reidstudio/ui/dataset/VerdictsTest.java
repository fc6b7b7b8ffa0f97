package reidstudio.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import reidstudio.data.SkipReason;
import reidstudio.data.TestSplit;
import reidstudio.data.audit.AuditedPicture;
import reidstudio.data.audit.Copies;
import reidstudio.data.audit.CopyGroup;
import reidstudio.data.audit.Verified;
import reidstudio.event.Severity;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;

class VerdictsTest {
  private final Messages messages = new Messages(Language.ENGLISH);
  private final Details details = new Details(messages, new EngineWords(messages));

  private static TopicCard card(Verified verified, Topic topic) {
    return Verdicts.of(verified).stream()
        .filter(card -> card.topic() == topic)
        .findFirst()
        .orElseThrow();
  }

  private void assertCard(Verified verified, Topic topic, Severity verdict, String sentence) {
    TopicCard card = card(verified, topic);
    assertThat(messages.get(card.sentence(), card.arguments().toArray())).contains(sentence);
    assertThat(card.verdict()).isEqualTo(verdict);
  }

  @Test
  void aSoundSetIsFineAllOver() {
    List<TopicCard> cards = Verdicts.of(MadeUpData.decoded(MadeUpData.sound()));
    assertThat(cards).extracting(TopicCard::topic).containsExactly(Topic.values());
    assertThat(cards).allMatch(card -> card.verdict() == Severity.OK);
    assertThat(cards.get(0).number()).isEqualTo(30);
  }

  @Test
  void beforeDecodingDamageAndCopiesAreUnknownNotFine() {
    Verified structure = MadeUpData.sound();
    assertThat(card(structure, Topic.FILES).verdict()).isEqualTo(Severity.UNCHECKED);
    assertThat(card(structure, Topic.COPIES).verdict()).isEqualTo(Severity.UNCHECKED);
  }

  @Test
  void theWorstCardIsFirst() {
    Verified verified =
        new MadeUpData(10, 3)
            .test(MadeUpData.showing("0001"))
            .skip(SkipReason.EMPTY_CAPTION, "x")
            .structure();
    assertThat(Verdicts.of(verified))
        .extracting(TopicCard::verdict)
        .containsExactly(
            Severity.ERROR, // shared
            Severity.ERROR, // one caption of 33 items
            Severity.WARNING, // 7 of 10 can be paired
            Severity.UNCHECKED,
            Severity.UNCHECKED,
            Severity.OK,
            Severity.OK,
            Severity.OK);
    assertThat(Verdicts.of(verified).get(0).topic()).isEqualTo(Topic.SHARED);
  }

  @Test
  void pairableIdentitiesAreEnoughFromFourOfFiveOn() {
    assertCard(new MadeUpData(10, 0).structure(), Topic.PAIRS, Severity.OK, "Every training");
    assertCard(new MadeUpData(10, 2).structure(), Topic.PAIRS, Severity.OK, "8 of 10 identities");
    Verified few = new MadeUpData(10, 3).structure();
    assertCard(few, Topic.PAIRS, Severity.WARNING, "Only 7 of 10");
    assertThat(details.of(Topic.PAIRS, few))
        .containsExactly(
            new Detail("0008", "only visible 2", "", "0008"),
            new Detail("0009", "only visible 2", "", "0009"),
            new Detail("0010", "only visible 2", "", "0010"));
    assertCard(new MadeUpData(3, 3).structure(), Topic.PAIRS, Severity.ERROR, "SDM stays zero");
  }

  @Test
  void whoIsInBothSplitsIsAProblemUnlessTheTestLeavesThemOut() {
    Verified left = new MadeUpData(10, 0).test(MadeUpData.showing("0003")).structure();
    assertCard(left, Topic.SHARED, Severity.ERROR, "One person is trained on and tested with");
    assertThat(details.of(Topic.SHARED, left).get(0).name()).isEqualTo("0003");
    Verified taken =
        new MadeUpData(10, 0).skip(SkipReason.SPLIT_OVERLAP, "test identity 0003").structure();
    assertCard(taken, Topic.SHARED, Severity.WARNING, "The test leaves them out");
    Verified none = new MadeUpData(10, 0).test(TestSplit.none()).structure();
    assertCard(none, Topic.SHARED, Severity.OK, "no test split");
    assertCard(none, Topic.CONTENTS, Severity.WARNING, "nobody to test with");
  }

  /** One of 301 items and more is worth a look, one of 31 a problem. */
  @Test
  void filesThatAreLostWeighByTheirShare() {
    Verified small = new MadeUpData(10, 0).skip(SkipReason.MISSING_FILE, "vis/1.jpg").structure();
    assertCard(small, Topic.FILES, Severity.ERROR, "known after Verify");
    Verified large = new MadeUpData(100, 0).skip(SkipReason.MISSING_FILE, "vis/1.jpg").structure();
    assertCard(MadeUpData.decoded(large), Topic.FILES, Severity.WARNING, "Missing, empty or");
    assertThat(details.of(Topic.FILES, large))
        .containsExactly(new Detail("vis/1.jpg", "file is missing", "vis/1.jpg", ""));
    assertThat(details.more(Topic.FILES, large)).isZero();
  }

  @Test
  void moreFilesThanAreNamedAreCounted() {
    MadeUpData data = new MadeUpData(10, 0);
    for (int i = 0; i < 250; i++) {
      data.skip(SkipReason.MISSING_FILE, "vis/" + i + ".jpg");
    }
    assertThat(card(data.structure(), Topic.FILES).number()).isEqualTo(250);
    assertThat(details.more(Topic.FILES, data.structure())).isEqualTo(50);
  }

  @Test
  void remarksStandWithTheAnnotations() {
    Verified verified = new MadeUpData(10, 0).note("Nobody is held out.").structure();
    assertCard(verified, Topic.ANNOTATIONS, Severity.OK, "One remark is worth reading");
    assertThat(details.of(Topic.ANNOTATIONS, verified))
        .containsExactly(Detail.plain("Remark", "Nobody is held out."));
  }

  @Test
  void copiesAcrossSplitsAndPeopleAreWorseThanThoseOfOnePerson() {
    Verified sound = new MadeUpData(100, 0).structure();
    assertCard(copied(sound, false, false), Topic.COPIES, Severity.OK, "mislead nobody");
    assertCard(copied(sound, true, false), Topic.COPIES, Severity.ERROR, "contradict each other");
    assertCard(copied(sound, true, true), Topic.COPIES, Severity.ERROR, "training and test alike");
    Verified few = copied(MadeUpData.sound(), false, false);
    assertCard(few, Topic.COPIES, Severity.WARNING, "mislead nobody");
    assertThat(details.of(Topic.COPIES, copied(sound, true, true)))
        .containsExactly(new Detail("a = b", "training and test: 0001, 0002", "a", "0001"));
  }

  private static Verified copied(Verified of, boolean people, boolean splits) {
    CopyGroup group =
        new CopyGroup(
            2,
            people,
            splits,
            List.of(
                new AuditedPicture("0001", true, Path.of("a"), "a"),
                new AuditedPicture("0002", !splits, Path.of("b"), "b")));
    return MadeUpData.with(of, new Copies(1, 1, people ? 1 : 0, splits ? 1 : 0, List.of(group)));
  }

  @Test
  void captionsThatTellNobodyApart() {
    MadeUpData data = new MadeUpData(10, 0);
    assertCard(data.structure(), Topic.CAPTIONS, Severity.OK, "no captions");
    for (int label = 0; label < 8; label++) {
      data.caption(label, "person " + label);
    }
    assertCard(data.structure(), Topic.CAPTIONS, Severity.OK, "tell people apart");
    data.caption(8, "Person 1").caption(9, "person  1").caption(9, "person 2");
    assertCard(data.structure(), Topic.CAPTIONS, Severity.WARNING, "2 captions describe several");
    assertThat(details.of(Topic.CAPTIONS, data.structure()).get(0))
        .isEqualTo(
            new Detail("person 1", "3 times, of 3 identities: 0002, 0009, 0010", "", "0002"));
  }

  @Test
  void labelsSayWhatBecomesOfGaps() {
    assertCard(MadeUpData.sound(), Topic.LABELS, Severity.OK, "Identities 1 to 10 get the labels");
    Verified gap = new MadeUpData(2, 0).named("0002", "0006").structure();
    assertCard(gap, Topic.LABELS, Severity.OK, "2 to 6 lack 3 numbers");
    assertThat(details.of(Topic.LABELS, gap))
        .extracting(Detail::line)
        .containsExactly("3-5\tno identity has this number", "0002\tlabel 0", "0006\tlabel 1");
    Verified names = new MadeUpData(2, 0).named("ann", "bob").structure();
    assertCard(names, Topic.LABELS, Severity.OK, "Identities are names");
  }
}
