// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.io.IOException;

/** More came than we are ready to hold in memory. */
final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int MEBIBYTE = 1024 * 1024;

    TooLong(String what, int bytes) {
        super(what + " is longer than " + bytes / MEBIBYTE + " MiB and was cut off");
    }
}
