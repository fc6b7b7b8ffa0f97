package reidstudio.ui.retrieval;

import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import reidstudio.ui.common.Messages;

/** A choice whose entries are words of the language of now. */
final class WordedBox<T> extends ComboBox<T> {
  private final Function<T, String> words;

  /**
   * @param wordsOf what an entry is called in the language of now
   */
  WordedBox(ObservableList<T> items, Function<T, String> wordsOf, Messages messages) {
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
