// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A pack as it comes in, until it is too much. The number of objects stands in its head (bytes 8 to 11), and JGit makes
 * room for as many at once.
 */
final class LimitedPack extends FilterInputStream {
    private static final int COUNT_BEGINS = 8;
    private static final int COUNT_ENDS = 12;

    private final Limits limits;
    private final Runnable heard;
    private long read;
    private long count;

    LimitedPack(InputStream in, Limits limits, Runnable heard) {
        super(in);
        this.limits = limits;
        this.heard = heard;
    }

    /** Another machine sends more than is taken. */
    static final class TooMuch extends IOException {
        TooMuch(String what) {
            super(what);
        }
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            see(one);
            check();
        }
        return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int got = super.read(into, from, most);
        for (int at = 0; at < got; at++) {
            if (read >= COUNT_ENDS) {
                read += got - at;
                break;
            }
            see(into[from + at] & 0xff);
        }
        check();
        return got;
    }

    private void see(int octet) {
        if (read >= COUNT_BEGINS && read < COUNT_ENDS) {
            count = count << 8 | octet;
        }
        read++;
    }

    private void check() throws TooMuch {
        heard.run();
        if (read >= COUNT_ENDS && count > limits.objects()) {
            throw new TooMuch(count + " files, folders and commits, and at most " + limits.objects() + " are taken");
        }
        if (read > limits.packBytes()) {
            throw new TooMuch("more than " + (limits.packBytes() >> 20) + " MiB");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public long skip(long most) throws IOException {
        byte[] thrownAway = new byte[(int) Math.min(most, 8192)];
        return Math.max(0, read(thrownAway, 0, thrownAway.length));
    }
}
