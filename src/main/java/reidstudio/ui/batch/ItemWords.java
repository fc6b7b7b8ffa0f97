package reidstudio.ui.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reidstudio.event.BatchItem;
import reidstudio.event.BatchMeasures;
import reidstudio.event.FusedLoss;
import reidstudio.event.ItemFate;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/** What is said of the items of a batch. */
final class ItemWords {
  private final Messages messages;
  private final EngineWords engine;

  ItemWords(Widgets widgets) {
    this.messages = widgets.messages();
    this.engine = widgets.words();
  }

  String modality(BatchItem item) {
    return messages.get("retrieval.modality." + item.modality());
  }

  /** Whose it is. */
  String person(BatchItem item) {
    return messages.get("batch.item.short", item.identity(), modality(item));
  }

  /** Whose it is and what it is called. */
  String name(BatchItem item) {
    return messages.get("batch.item", item.identity(), modality(item), item.picture());
  }

  /** In few letters, below a picture. */
  List<String> lines(BatchItem item, Optional<BatchMeasures> measures) {
    if (item.fate() != ItemFate.ROW) {
      return List.of(messages.of("batch.fate", item.fate()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        item.isAlone()
            ? messages.get("batch.alone")
            : messages.get("batch.positives", item.positives()));
    measures.ifPresent(
        of -> {
          lines.add(messages.get("batch.ce", loss(of.rowCe()[item.row()])));
          lines.add(messages.get("batch.sdm", loss(of.rowSdm()[item.row()])));
        });
    return lines;
  }

  /** In whole sentences. */
  String inFull(BatchItem item, Optional<BatchMeasures> measures) {
    List<String> sentences = new ArrayList<>(List.of(name(item)));
    if (item.isCaption()) {
      sentences.add(item.caption());
    }
    switch (item.fate()) {
      case MASKED -> sentences.add(messages.get("batch.masked.full"));
      case UNREADABLE ->
          sentences.add(messages.get("batch.unreadable.full", engine.of(item.reason())));
      case ROW -> {
        sentences.add(positives(item));
        measures.ifPresent(
            of ->
                sentences.add(
                    messages.get(
                        "batch.losses.full",
                        loss(of.rowCe()[item.row()]),
                        loss(of.rowSdm()[item.row()]))));
      }
    }
    return String.join("\n", sentences);
  }

  private String positives(BatchItem item) {
    if (item.isAlone()) {
      return messages.get(item.isVisible() ? "batch.alone.visible" : "batch.alone.other");
    }
    return messages.get(
        item.isVisible() ? "batch.positives.visible" : "batch.positives.other", item.positives());
  }

  /** Of the queries that are fused of a person's items; empty without any. */
  String fused(List<FusedLoss> fused) {
    if (fused.isEmpty()) {
      return "";
    }
    double ce = fused.stream().mapToDouble(FusedLoss::ce).average().orElse(Double.NaN);
    double sdm =
        fused.stream()
            .mapToDouble(FusedLoss::sdm)
            .filter(loss -> !Double.isNaN(loss))
            .average()
            .orElse(Double.NaN);
    return messages.get("batch.fused", fused.size(), loss(ce), loss(sdm));
  }

  static String loss(double value) {
    return Double.isNaN(value) ? Figures.NONE : String.format(Locale.ROOT, "%.2f", value);
  }

  static String cosine(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replace('-', '−');
  }
}
