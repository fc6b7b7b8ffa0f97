package reidstudio.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;

/** What a list in a record is made of: numbers or texts. */
record ListElement(Class<?> type) {
  ListElement(RecordComponent list) {
    this((Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0]);
  }

  /** Any value of the element's type. */
  Object example() {
    return type == Double.class ? (Object) 0.0 : "";
  }

  String expected() {
    return type == Double.class ? "a list of numbers" : "a list of texts";
  }
}
