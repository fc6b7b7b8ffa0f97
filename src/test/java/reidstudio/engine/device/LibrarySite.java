package reidstudio.engine.device;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A site of packed libraries on this machine, whose line can break. */
final class LibrarySite implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile int breakAfter = Integer.MAX_VALUE;
  private volatile boolean saysSizes = true;

  LibrarySite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /** Adds {@code path} to the list of files, packed as they are there. */
  void add(String path, byte[] content) {
    addPacked(path, packed(content));
  }

  void addPacked(String path, byte[] packed) {
    files.put(path, packed);
  }

  /** From now on the line ends after {@code bytes} of each answer. */
  void breakAfter(int bytes) {
    breakAfter = bytes;
  }

  void keepSizesToItself() {
    saysSizes = false;
  }

  /** Method, path and range of each request. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  static byte[] packed(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
      packing.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath().substring(1);
      String range = exchange.getRequestHeaders().getFirst("Range");
      String method = exchange.getRequestMethod();
      asked.add(method + " " + path + (range == null ? "" : " " + range));
      byte[] content =
          path.equals("files.txt")
              ? String.join("\n", files.keySet()).getBytes(StandardCharsets.UTF_8)
              : files.get(path);
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
      } else if (method.equals("HEAD")) {
        if (saysSizes) {
          exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
        }
        exchange.sendResponseHeaders(saysSizes ? 200 : 405, -1);
      } else {
        send(exchange, content, range);
      }
    }
  }

  private void send(HttpExchange exchange, byte[] content, String range) throws IOException {
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
    byte[] rest = Arrays.copyOfRange(content, from, content.length);
    exchange.sendResponseHeaders(range == null ? 200 : 206, rest.length);
    int sent = Math.min(rest.length, breakAfter);
    exchange.getResponseBody().write(rest, 0, sent);
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
