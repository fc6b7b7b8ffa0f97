package reidstudio.tensor.weights;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values, marks and remembered values of a pickle that is being read, with their limits. */
final class PickleStack {
  private static final int DEEPEST = 256;
  private static final int LARGEST = 1 << 20;

  private final WeightFault fault;
  private final List<Object> values = new ArrayList<>();
  private final Deque<Integer> marks = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  PickleStack(WeightFault fault) {
    this.fault = fault;
  }

  /** {@code value} may be null, which is Python's None. */
  void push(Object value) throws IOException {
    if (values.size() == LARGEST) {
      throw fault.damaged("its data.pkl needs more than " + LARGEST + " values at a time");
    }
    values.add(value);
  }

  Object top() throws IOException {
    require(1);
    return values.get(values.size() - 1);
  }

  Object pop() throws IOException {
    require(1);
    return values.remove(values.size() - 1);
  }

  /** The last {@code count} values, in the order they were pushed. */
  List<Object> pop(int count) throws IOException {
    require(count);
    List<Object> last = values.subList(values.size() - count, values.size());
    List<Object> popped = new ArrayList<>(last);
    last.clear();
    return popped;
  }

  void mark() throws IOException {
    if (marks.size() == DEEPEST) {
      throw fault.damaged("its data.pkl is nested deeper than " + DEEPEST + " levels");
    }
    marks.push(values.size());
  }

  /** The values pushed since the last mark, which is removed. */
  List<Object> popToMark() throws IOException {
    if (marks.isEmpty()) {
      throw fault.damaged("its data.pkl ends a group that never began");
    }
    int count = values.size() - marks.peek();
    List<Object> popped = pop(count);
    marks.pop();
    return popped;
  }

  void remember(int place) throws IOException {
    if (memo.size() == LARGEST) {
      throw fault.damaged("its data.pkl remembers more than " + LARGEST + " values");
    }
    memo.put(place, top());
  }

  void recall(int place) throws IOException {
    if (!memo.containsKey(place)) {
      throw fault.damaged("its data.pkl recalls value " + place + ", which it never remembered");
    }
    push(memo.get(place));
  }

  /** Values below the last mark belong to somebody else. */
  private void require(int count) throws IOException {
    int ours = values.size() - (marks.isEmpty() ? 0 : marks.peek());
    if (ours < count) {
      throw fault.damaged("its data.pkl takes a value that is not there");
    }
  }
}
