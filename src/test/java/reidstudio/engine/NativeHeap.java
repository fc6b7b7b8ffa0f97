package reidstudio.engine;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/** What the C library's allocator has handed out, in bytes; not what the process holds. */
final class NativeHeap {
  /** {@code struct mallinfo2} of glibc 2.33 and later, on a 64-bit system. */
  @FieldOrder({
    "arena",
    "ordblks",
    "smblks",
    "hblks",
    "hblkhd",
    "usmblks",
    "fsmblks",
    "uordblks",
    "fordblks",
    "keepcost"
  })
  public static final class MallInfo extends Structure implements Structure.ByValue {
    public long arena;
    public long ordblks;
    public long smblks;
    public long hblks;
    public long hblkhd;
    public long usmblks;
    public long fsmblks;
    public long uordblks;
    public long fordblks;
    public long keepcost;
  }

  private final Function mallinfo;

  private NativeHeap(Function mallinfo) {
    this.mallinfo = mallinfo;
  }

  static boolean isKnown() {
    try {
      NativeHeap heap = open();
      return heap.bytes() > 0;
    } catch (UnsatisfiedLinkError e) {
      return false;
    }
  }

  static NativeHeap open() {
    return new NativeHeap(NativeLibrary.getInstance("c").getFunction("mallinfo2"));
  }

  long bytes() {
    MallInfo info = (MallInfo) mallinfo.invoke(MallInfo.class, new Object[0]);
    return info.uordblks + info.hblkhd;
  }
}
