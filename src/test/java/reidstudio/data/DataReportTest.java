package reidstudio.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataReportTest {
  @Test
  void detailsAreCappedAndCountsAreNot() {
    SkipLog log = new SkipLog();
    IntStream.range(0, 1000).forEach(i -> log.add(SkipReason.MISSING_FILE, "f" + i, ""));
    DataReport report = log.report();
    assertThat(report.skipped()).isEqualTo(1000);
    assertThat(report.details()).hasSize(SkipLog.MAX_DETAILS);
    assertThat(report.summaryLines()).containsExactly("1000 x file is missing, first f0");
  }

  /** Where a thousand files are missing, the one that is broken is named all the same. */
  @Test
  void eachReasonHasDetailsOfItsOwn() {
    SkipLog loading = new SkipLog();
    IntStream.range(0, 1000).forEach(i -> loading.add(SkipReason.MISSING_FILE, "f" + i, ""));
    SkipLog decoding = new SkipLog(loading.report());
    decoding.add(SkipReason.MISSING_FILE, "another", "");
    decoding.add(SkipReason.UNDECODABLE, "b", "");
    assertThat(decoding.report().details()).hasSize(SkipLog.MAX_DETAILS + 1);
    assertThat(decoding.report().detailLines()).last().isEqualTo("b: picture cannot be decoded");
  }

  @Test
  void decodingGoesOnWithTheSameReportAndCountsAnItemOnce() {
    SkipLog loading = new SkipLog();
    loading.add(SkipReason.EMPTY_CAPTION, "a", "");
    SkipLog decoding = new SkipLog(loading.report());

    assertThat(decoding.add(SkipReason.UNDECODABLE, "b", "bad Huffman code")).isTrue();
    assertThat(decoding.add(SkipReason.UNDECODABLE, "b", "bad Huffman code")).isFalse();
    assertThat(decoding.add(SkipReason.EMPTY_CAPTION, "a", "")).isFalse();

    assertThat(decoding.report().skipped()).isEqualTo(2);
    assertThat(decoding.report().detailLines())
        .containsExactly("a: caption is empty", "b: picture cannot be decoded (bad Huffman code)");
    assertThat(loading.report().skipped()).isEqualTo(1);
  }

  @Test
  void labelsAreDenseAndFollowTheNames() {
    LabelMap labels = LabelMap.of(List.of("0010", "0002", "0010", "0300"));
    assertThat(labels.size()).isEqualTo(3);
    assertThat(labels.label("0010")).hasValue(1);
    assertThat(labels.identity(2)).isEqualTo("0300");
    assertThat(labels.label("0003")).isEmpty();
    assertThatThrownBy(() -> new LabelMap(List.of("b", "a")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
