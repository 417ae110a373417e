import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Puts the time of the commit into a Windows program in place of the time of the link, so that two builds give the same bytes. Run by the build: {@code java ExeTime.java FILE INSTANT}.
 * Offsets are those of the PE format: the header's place stands at 0x3C, the time 8 bytes and the checksum 88 bytes into it. A checksum of 0 means none, which Windows asks for in drivers only.
 */
final class ExeTime {

	public static void main(String[] arguments) throws IOException {
		Path file = Path.of(arguments[0]);
		ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		int header = bytes.getInt(0x3C);
		if (bytes.getInt(header) != 0x4550) {
			throw new IOException(file + " is no Windows program");
		}
		bytes.putInt(header + 8, (int) Instant.parse(arguments[1]).getEpochSecond());
		bytes.putInt(header + 88, 0);
		Files.write(file, bytes.array());
	}
}
