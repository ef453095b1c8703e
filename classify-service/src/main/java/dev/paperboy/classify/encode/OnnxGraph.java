package dev.paperboy.classify.encode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The nodes of a model in ONNX form, and the model without some of them. Reads and writes just as
 * much of the protocol buffers as that takes; all the rest is copied as it is.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
 */
final class OnnxGraph {
  /** {@code ModelProto.graph}. */
  private static final int GRAPH = 7;

  /** {@code GraphProto.node} and {@code GraphProto.output}. */
  private static final int NODE = 1;

  private static final int GRAPH_OUTPUT = 12;

  /** {@code ValueInfoProto.name}. */
  private static final int VALUE_NAME = 1;

  /** {@code NodeProto.input}, {@code output} and {@code op_type}. */
  private static final int INPUT = 1;

  private static final int OUTPUT = 2;
  private static final int OPERATOR = 4;

  private static final int LENGTH_DELIMITED = 2;
  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;

  private final List<Field> model;
  private final List<Field> graph;

  /** A field as it stands: its number, and where its value is, without tag and length. */
  private record Field(int number, ByteBuffer whole, ByteBuffer value) {
    String text() {
      return StandardCharsets.UTF_8.decode(value.duplicate()).toString();
    }
  }

  /** A node, with the inputs that it shall have. */
  private record Node(Field field, List<String> inputs, List<String> outputs, String operator) {}

  OnnxGraph(byte[] onnx) {
    model = fields(ByteBuffer.wrap(onnx));
    graph = fields(only(model, GRAPH).value());
  }

  /**
   * The model without additions of a value, which then must add nothing: whoever read their sums
   * reads what was added to. What nobody needs after that is left out, too.
   *
   * @param made the value's name
   */
  byte[] withoutAdding(String made) {
    List<Node> nodes = new ArrayList<>();
    Map<String, String> instead = new HashMap<>();
    for (Field field : graph) {
      if (field.number() == NODE) {
        Node node = node(field);
        if (node.operator().equals("Add") && node.inputs().contains(made)) {
          String other = node.inputs().get(node.inputs().getFirst().equals(made) ? 1 : 0);
          instead.put(node.outputs().getFirst(), other);
        } else {
          nodes.add(node);
        }
      }
    }
    if (instead.isEmpty()) {
      throw new IllegalArgumentException("nothing adds «" + made + "»");
    }
    return written(needed(nodes, instead), instead);
  }

  /** Nodes whose outputs lead to an output of the graph, in their order. */
  private List<Node> needed(List<Node> nodes, Map<String, String> instead) {
    Set<String> read = new HashSet<>();
    graph.stream()
        .filter(field -> field.number() == GRAPH_OUTPUT)
        .forEach(output -> read.add(only(fields(output.value()), VALUE_NAME).text()));
    List<Node> needed = new ArrayList<>();
    // Nodes stand behind those that they read of.
    for (Node node : nodes.reversed()) {
      if (node.outputs().stream().anyMatch(read::contains)) {
        node.inputs().forEach(input -> read.add(instead.getOrDefault(input, input)));
        needed.add(node);
      }
    }
    return needed.reversed();
  }

  private byte[] written(List<Node> nodes, Map<String, String> instead) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    for (Node node : nodes) {
      ByteArrayOutputStream own = new ByteArrayOutputStream();
      for (Field part : fields(node.field().value())) {
        String other = part.number() == INPUT ? instead.get(part.text()) : null;
        own.writeBytes(
            other == null
                ? bytes(part.whole())
                : delimited(INPUT, other.getBytes(StandardCharsets.UTF_8)));
      }
      kept.writeBytes(delimited(NODE, own.toByteArray()));
    }
    // Weights are tens of megabytes, and copied once.
    List<ByteBuffer> inner = new ArrayList<>(List.of(ByteBuffer.wrap(kept.toByteArray())));
    graph.stream().filter(field -> field.number() != NODE).map(Field::whole).forEach(inner::add);
    List<ByteBuffer> pieces = new ArrayList<>();
    for (Field field : model) {
      if (field.number() == GRAPH) {
        pieces.add(ByteBuffer.wrap(tag(GRAPH, size(inner))));
        pieces.addAll(inner);
      } else {
        pieces.add(field.whole());
      }
    }
    ByteBuffer out = ByteBuffer.allocate(size(pieces));
    pieces.forEach(piece -> out.put(piece.duplicate()));
    return out.array();
  }

  private static int size(List<ByteBuffer> pieces) {
    return pieces.stream().mapToInt(ByteBuffer::remaining).sum();
  }

  private static Node node(Field field) {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    String operator = "";
    for (Field part : fields(field.value())) {
      switch (part.number()) {
        case INPUT -> inputs.add(part.text());
        case OUTPUT -> outputs.add(part.text());
        case OPERATOR -> operator = part.text();
        default -> {}
      }
    }
    return new Node(field, inputs, outputs, operator);
  }

  private static Field only(List<Field> fields, int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("this is no model in ONNX form"));
  }

  private static List<Field> fields(ByteBuffer message) {
    ByteBuffer in = message.duplicate();
    List<Field> fields = new ArrayList<>();
    while (in.hasRemaining()) {
      int start = in.position();
      long tag = varint(in);
      int wire = (int) (tag & 7);
      int from = in.position();
      int length =
          switch (wire) {
            case 0 -> {
              varint(in);
              yield in.position() - from;
            }
            case 1 -> Long.BYTES;
            case LENGTH_DELIMITED -> {
              int bytes = Math.toIntExact(varint(in));
              from = in.position();
              yield bytes;
            }
            case 5 -> Integer.BYTES;
            default -> throw new IllegalArgumentException("this is no model in ONNX form");
          };
      fields.add(
          new Field(
              (int) (tag >>> 3), in.slice(start, from + length - start), in.slice(from, length)));
      in.position(from + length);
    }
    return fields;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & SEVEN_BITS) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static byte[] delimited(int number, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(tag(number, value.length));
    out.writeBytes(value);
    return out.toByteArray();
  }

  /** What stands before a value of a length. */
  private static byte[] tag(int number, int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(number << 3 | LENGTH_DELIMITED, out);
    varint(length, out);
    return out.toByteArray();
  }

  private static void varint(int value, ByteArrayOutputStream out) {
    int left = value;
    while (left > SEVEN_BITS) {
      out.write(left & SEVEN_BITS | MORE);
      left >>>= 7;
    }
    out.write(left);
  }

  private static byte[] bytes(ByteBuffer from) {
    byte[] bytes = new byte[from.remaining()];
    from.duplicate().get(bytes);
    return bytes;
  }
}
