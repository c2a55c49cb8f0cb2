package parley.local.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/** A WebSocket client that does what no good client does. */
final class RawSocket implements AutoCloseable {

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  RawSocket(int port, String path) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(5_000);
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
    out.write(
        """
        GET %s HTTP/1.1\r
        Host: localhost\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \r
        """
            .formatted(path)
            .getBytes(UTF_8));
    var response = new ByteArrayOutputStream();
    while (!response.toString(UTF_8).endsWith("\r\n\r\n")) {
      response.write(in.readByte());
    }
    if (!response.toString(UTF_8).startsWith("HTTP/1.1 101 ")) {
      throw new IOException(response.toString(UTF_8));
    }
  }

  /** Sends one text frame of so many bytes, with a mask of zeros. */
  void sendText(int bytes) throws IOException {
    var frame = new ByteArrayOutputStream();
    var data = new DataOutputStream(frame);
    data.writeByte(0x81);
    data.writeByte(0x80 | 127);
    data.writeLong(bytes);
    data.writeInt(0);
    data.write("x".repeat(bytes).getBytes(UTF_8));
    out.write(frame.toByteArray());
  }

  /** The next frame's kind; its content is left where it is a close, and skipped otherwise. */
  int opcode() throws IOException {
    var opcode = in.readUnsignedByte() & 0x0f;
    var length = in.readUnsignedByte();
    if (opcode != 8) {
      in.skipNBytes(length);
    }
    return opcode;
  }

  int closeCode() throws IOException {
    return in.readUnsignedShort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
