package reidstudio.ui.common;

import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** A choice whose entries are words of the language of now. */
public final class WordedBox<T> extends ComboBox<T> {
  private final Function<T, String> words;

  /**
   * Shows {@code items}.
   *
   * @param wordsOf what an entry is called in the language of now
   */
  public WordedBox(ObservableList<T> items, Function<T, String> wordsOf, Messages messages) {
    super(items);
    words = wordsOf;
    messages
        .languageProperty()
        .subscribe(
            language -> {
              setCellFactory(list -> new WordCell());
              setButtonCell(new WordCell());
            });
  }

  private final class WordCell extends ListCell<T> {
    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : words.apply(item));
    }
  }
}
