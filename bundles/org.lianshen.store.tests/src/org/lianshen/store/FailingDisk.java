package org.lianshen.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk under H2 that can be full, and that can lose its power: then of what was written since the last force only a random part is there, as with the caches of
 * real disks. Its name before a path is {@code failing:}.
 */
public final class FailingDisk extends FilePathWrapper {

    static final String PREFIX = "failing:";
    private static Disk disk = new Disk();

    /** A sound disk. */
    static Disk insert() {
        FilePath.register(new FailingDisk());
        disk = new Disk();
        return disk;
    }

    @Override
    public String getScheme() {
        return "failing";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode), getBase().toString(), disk);
    }

    @Override
    public void moveTo(FilePath target, boolean atomicReplace) {
        disk.beforeMove(getBase().toString(), target.unwrap().toString());
        super.moveTo(target, atomicReplace);
    }

    @Override
    public void delete() {
        disk.beforeMove(getBase().toString(), null);
        super.delete();
    }

    /** What one test does to its disk. */
    static final class Disk {

        private final List<Write> unsafe = new ArrayList<>();
        private long mostBytes = Long.MAX_VALUE;
        private int writesUntilCut = Integer.MAX_VALUE;

        /** No file grows beyond this size. */
        synchronized void limit(long bytes) {
            mostBytes = bytes;
        }

        synchronized void cutPowerAfter(int writes) {
            writesUntilCut = writes;
        }

        private synchronized void beforeWrite(Channel channel, long position, int length) throws IOException {
            if (position + length > mostBytes) {
                throw new IOException("No space left on device");
            }
            if (writesUntilCut <= 0) {
                throw new IOException("Input/output error");
            }
            writesUntilCut--;
            unsafe.add(channel.saved(position, length));
        }

        private synchronized void beforeTruncate(Channel channel, long size) throws IOException {
            if (writesUntilCut <= 0) {
                throw new IOException("Input/output error");
            }
            unsafe.add(channel.saved(size, (int) (channel.size() - size)));
        }

        /** A new name is there at once; what was not forced under the old name is not forced under the new one either. */
        private synchronized void beforeMove(String from, String to) {
            if (writesUntilCut <= 0) {
                throw new IllegalStateException("Input/output error");
            }
            writesUntilCut--;
            unsafe.removeIf(write -> write.file.equals(to));
            unsafe.replaceAll(write -> write.file.equals(from) ? new Write(to, write.sizeBefore, write.position, write.before) : write);
            unsafe.removeIf(write -> write.file == null);
        }

        private synchronized void forced(String file) throws IOException {
            if (writesUntilCut <= 0) {
                throw new IOException("Input/output error");
            }
            unsafe.removeIf(write -> write.file.equals(file));
        }

        /** The process was killed: what it wrote is there. */
        synchronized void killed() {
            unsafe.clear();
        }

        /** After the power is gone: takes back what was not forced, but for a random part. */
        synchronized void powerLost(Random random) throws IOException {
            for (Write write : unsafe.reversed()) {
                if (random.nextInt(3) > 0) {
                    write.takeBack();
                }
            }
            unsafe.clear();
        }
    }

    private record Write(String file, long sizeBefore, long position, byte[] before) {

        private void takeBack() throws IOException {
            try (var raw = new RandomAccessFile(file, "rw")) {
                raw.seek(position);
                raw.write(before);
                if (raw.length() > sizeBefore && position + before.length >= sizeBefore) {
                    raw.setLength(Math.max(sizeBefore, position + before.length));
                }
            }
        }
    }

    private static final class Channel extends FileBaseDefault {

        private final FileChannel base;
        private final String file;
        private final Disk disk;

        private Channel(FileChannel base, String file, Disk disk) {
            this.base = base;
            this.file = file;
            this.disk = disk;
        }

        private Write saved(long position, int length) throws IOException {
            var before = ByteBuffer.allocate((int) Math.max(0, Math.min(length, base.size() - position)));
            while (before.hasRemaining() && base.read(before, position + before.position()) >= 0) {
                // until all is read
            }
            return new Write(file, base.size(), position, before.array());
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return base.read(target, position);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            disk.beforeWrite(this, position, source.remaining());
            return base.write(source, position);
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            disk.beforeTruncate(this, size);
            base.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            disk.forced(file);
            base.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
