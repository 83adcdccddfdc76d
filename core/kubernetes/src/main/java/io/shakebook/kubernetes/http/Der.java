// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.util.Optional;

/**
 * As much of DER as keys are wrapped in: values that are a tag, a length and bytes. Source: ITU-T X.690, section 8.1.
 *
 * @param tag what the content is
 * @param content may be a secret
 * @param end where the next value begins
 */
record Der(int tag, byte[] content, int end) {
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int NOTHING = 0x05;
    static final int OBJECT_ID = 0x06;
    static final int SEQUENCE = 0x30;

    /** The value that begins there. @throws InvalidKeyException if none does */
    static Der at(byte[] bytes, int start) throws InvalidKeyException {
        try {
            int at = start + 2;
            int length = bytes[start + 1] & 0xff;
            if (length > 0x80) {
                int digits = length - 0x80;
                length = 0;
                for (int digit = 0; digit < digits; digit++) {
                    length = Math.addExact(Math.multiplyExact(length, 256), bytes[at++] & 0xff);
                }
            }
            byte[] content = new byte[Math.min(length, bytes.length)];
            System.arraycopy(bytes, at, content, 0, length);
            return new Der(bytes[start] & 0xff, content, at + length);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new InvalidKeyException("it is cut off or no key");
        }
    }

    /** The first value of that kind within this one. */
    Optional<Der> first(int wanted) throws InvalidKeyException {
        for (int at = 0; at < content.length; ) {
            Der inner = at(content, at);
            if (inner.tag == wanted) {
                return Optional.of(inner);
            }
            at = inner.end;
        }
        return Optional.empty();
    }

    /** Writes a value of several parts. */
    static byte[] of(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        int length = content.size();
        int digits = length < 0x80 ? 0 : (39 - Integer.numberOfLeadingZeros(length)) / 8;
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        whole.write(digits == 0 ? length : 0x80 + digits);
        for (int digit = digits - 1; digit >= 0; digit--) {
            whole.write(length >> (8 * digit));
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    @Override
    public String toString() {
        return "a value of " + content.length + " bytes";
    }
}
